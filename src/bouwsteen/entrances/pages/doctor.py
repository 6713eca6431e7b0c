"""What an examination of the installation found, for people."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Page, Paragraph, Tone
from bouwsteen.entrances.words import Words
from bouwsteen.services.examine_installation import Finding, Health

TONES = {
    Health.GOOD: Tone.HAVE,
    Health.CARE: Tone.STRONG,
    Health.WRONG: Tone.WARNING,
    Health.UNKNOWN: Tone.QUIET,
}


def doctor_page(findings: Sequence[Finding], say: Words) -> Page:
    """In short, then everything that was looked at; of what is not good what to do."""
    return (
        Paragraph(in_short(findings, say), Tone.STRONG),
        Heading(say("doctor.looked-at")),
        *(block for each in findings for block in _blocks(each, say)),
    )


def in_short(findings: Sequence[Finding], say: Words) -> str:
    """How many of what is wrong, and of what asks for care."""
    count = Counter(each.health for each in findings)
    if count[Health.WRONG]:
        return say.many("doctor.wrong", count[Health.WRONG])
    return say.many("doctor.care", count[Health.CARE]) if count[Health.CARE] else say("doctor.well")


def sentence(finding: Finding, say: Words) -> str:
    """What was found."""
    return say(f"doctor.{finding.found}", **finding.said)


def advice(finding: Finding, say: Words) -> str | None:
    """What to do; None where nothing has to be done."""
    if finding.health is Health.GOOD:
        return None
    said = dict(finding.said)
    if cause := said.get("cause"):
        said["cause"] = say(f"storage.{cause}")
    return say(f"doctor.{finding.found}.do", **said)


def _blocks(finding: Finding, say: Words) -> Iterator[Block]:
    health = say(f"doctor.health-{finding.health}")
    yield Item(f"{health}: {sentence(finding, say)}", tone=TONES[finding.health])
    if do := advice(finding, say):
        yield Item(do, depth=1, mark="→")
