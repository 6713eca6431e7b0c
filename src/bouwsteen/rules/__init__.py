"""Floor 2: the law, as dated rules with their source, and their evaluation to a verdict with its whole proof.

terms        the words in which rules speak            facts       what is known of a case
conditions   the language of conditions                rule        a rule, a parameter, an option, a set of them
case         the facts of one student                  passing     whether a result is good enough
parameters, published   values of the law by day       law         the law that answers: Law(rules).ask(...)
checking, consistency, contradictions   whether a set of rules can be trusted
steps, comparing, choosing, collecting, compiling   how it is asked; verdict   an outcome with its proof
"""
