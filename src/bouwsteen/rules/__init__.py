"""Floor 2: the law, as dated rules with their source, and their evaluation to a verdict with its whole proof.

terms        the words in which rules speak            facts       what is known of a case
conditions   the language of conditions                rule        a rule, a parameter, an option, a set of them
checking, consistency   whether a set can be trusted   law         the law that answers: Law(rules).ask(...)
verdict      an outcome with its proof                 steps, comparing, collecting, compiling   how it is asked
"""
