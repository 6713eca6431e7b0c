"""The text of a new person's file: every field with what it is for; what was answered stands there for real.

# De dag waarop je begon.
start = 2024-08-01

# De leerweg: bol, bbl of ovo (derde leerweg).
# pathway = "bol"
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bouwsteen.entrances.words import Words

EXAMPLES = {
    "qualification": '"25809"',
    "start": "2024-08-01",
    "pathway": '"bol"',
    "years": "3",
    "graduation": "2027-07-31",
    "formative_parts": "false",
    "institution": '"99ZZ"',
    "funded": "true",
    "born": "2006-05-17",
    "leaving": "false",
    "start_qualification": "false",
    "chosen": '["K0059"]',
    "goals": '["25809"]',
}
"""Each field that stands by itself, with a value of its form."""

_RESULT = (
    *('[[results]]\npart = "B1-K1"\nmark = 7', '[[results]]\npart = "nederlands"\nmark = 6\nlevel = "3F"'),
    *('[[results]]\npart = "bpv"\njudgement = "positief"',),
)
_EVIDENCE = ('[[evidence]]\nkind = "certificate"\ncovers = ["K0059"]\nfrom = "mbo"\ndate = 2023-06-30',)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What somebody answered: the value of some fields as TOML, and the core tasks that are done."""

    fields: Mapping[str, str]
    done: Sequence[str] = ()


def person_file(say: Words, answers: Answers | None = None) -> str:
    """The file; without answers every field is an example behind a #."""
    return "\n\n".join(_blocks(say, answers or Answers(fields={}))) + "\n"


def _blocks(say: Words, answers: Answers) -> Iterator[str]:
    yield _comment(say("person-file.head"))
    for name, example in EXAMPLES.items():
        value = answers.fields.get(name)
        line = f"{name} = {value}" if value else f"# {name} = {example}"
        yield f"{_comment(say(f'person-file.{name}'))}\n{line}"
    yield _comment(say("person-file.results"))
    yield from (f'[[results]]\npart = "{code}"\njudgement = "voldoende"' for code in answers.done)
    yield from map(_comment, _RESULT)
    yield _comment(say("person-file.evidence"))
    yield from map(_comment, _EVIDENCE)


def _comment(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.split("\n"))


def toml_text(value: str) -> str:
    """A code or word between quotes."""
    return f'"{value}"'


def toml_day(value: date) -> str:
    return value.isoformat()
