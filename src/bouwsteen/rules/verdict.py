"""A verdict: yes, no, or unknown because of something, with its whole proof.

A `Proof` is a tree. Every leaf names the fact it looked at (`fact`, of which `subject`), what was `found` and what
was `expected`, the rule and the article. Nothing in it is a sentence: entrances put the slugs into words.

    verdict no
    └── rule D-03-core-tasks (EKB art. 17)        no
        └── each core-tasks                       no
            ├── mark of B1-K1: 7, at least 6      yes
            └── mark of B1-K2: 5, at least 6      no
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bouwsteen.model.period import Outcome


class Proof(NamedTuple):
    """One step of a proof, and what it rests on. Make it with keywords; a tuple because that is made fastest.

    `kind` is the slug of the step (`rule`, `all`, `each`, `at-least` …). `because` is, where the outcome is
    unknown, the slug of what is lacking; then `fact` and `subject` name what would settle it.
    """

    outcome: Outcome
    kind: str
    rule: str = ""
    source: str = ""
    fact: str = ""
    subject: str = ""
    found: str = ""
    expected: str = ""
    because: str = ""
    parts: tuple["Proof", ...] = ()

    def leaves(self) -> Iterator["Proof"]:
        """The steps that rest on a fact, from left to right."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def deciding(self) -> Iterator["Proof"]:
        """The leaves that make the outcome what it is, however deep they stand."""
        if not self.parts:
            yield self
        turned = {Outcome.YES: Outcome.NO, Outcome.NO: Outcome.YES}.get(self.outcome, self.outcome)
        wanted = turned if self.kind == "not" else self.outcome
        for part in self.parts:
            if part.outcome is wanted:
                yield from part.deciding()


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What would settle something that is unknown: a fact, of which subject, and why it is lacking."""

    fact: str
    subject: str
    because: str
    rule: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome of a question about the law, with its proof."""

    proof: Proof

    @property
    def outcome(self) -> Outcome:
        return self.proof.outcome

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Each thing that would settle what is unknown, once; empty when the outcome is yes or no."""
        if self.outcome is not Outcome.UNKNOWN:
            return ()
        return tuple(dict.fromkeys(_missing(self.proof)))


def _missing(proof: Proof) -> Iterator[Missing]:
    if proof.outcome is not Outcome.UNKNOWN:
        return
    if not proof.parts:
        yield Missing(
            fact=proof.fact,
            subject=proof.subject,
            because=proof.because,
            rule=proof.rule,
            source=proof.source,
        )
    for part in proof.parts:
        yield from _missing(part)


REASONS = frozenset(
    (
        "adoption-not-dated",
        "aim-unknown",
        "board-chooses",
        "board-must-see",
        "certificate-may-belong",
        "chosen-without-result",
        "content-not-compared",
        "coupling-unknown",
        "end-unknown",
        "day-not-said",
        "exempted-without-mark",
        "foreign-not-compared",
        "hours-unknown",
        "language-not-curated",
        "level-not-said",
        "level-of-module-not-known",
        "level-unknown",
        "looks-alike",
        "mark-contradicts-judgement",
        "module-level-unknown",
        "mark-not-said",
        "module-unknown",
        "no-mark",
        "no-overlap-information",
        "no-result",
        "no-rule-applies",
        "no-rule-on-that-day",
        "no-value-on-that-day",
        "none",
        "not-compared",
        "not-said",
        "nothing-to-average",
        "options-not-settled",
        "origin-not-said",
        "other-scale",
        "overlap-not-known",
        "parts-unknown",
        "qualification-unknown",
        "recognition-unknown",
        "results-differ",
        "rule-unverified",
        "school-decides",
        "school-rounds",
        "structure-silent",
        "too-many-to-choose",
        "type-of-level-4",
        "years-not-of-level",
    )
)
"""Why something can be unknown, beside what a catalogue says of an incomplete qualification."""

GROUPS = frozenset(
    (
        "all",
        "any",
        "any-version",
        "at-least-of",
        "choice",
        "count-at-least",
        "count-at-most",
        "each",
        "half",
        "if-counts",
        "layers",
        "mean",
        "not",
        "sum-at-least",
        "sum-at-most",
        "which-rule",
    )
)
"""The kinds of steps that rest on other steps, beside `rule`."""
