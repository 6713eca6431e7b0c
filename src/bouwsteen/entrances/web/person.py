"""What somebody fills in about themselves, as the document of a person's file; or such a file, handed in.

Both ways lead through the reader of a person's file, so the site accepts and refuses what the shell does, in the same
words. Everything happens in memory; nothing is kept.

    field on the page          in the document
    crebo, begin, leerweg …    qualification, start, pathway …
    uitslag:B1-K1 = 7,5        results: part B1-K1, mark 7.5
    uitslag:bpv = positief     results: part bpv, judgement positief
    bewijs-soort, bewijs-van   evidence, a row each
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, QueryDict

from bouwsteen.entrances import wiring
from bouwsteen.entrances.forms.person import person_form
from bouwsteen.entrances.web.naming import MODULE, PROGRAMME, Field, Names, names_in
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.person import EvidenceKind, GenericPart, Person
from bouwsteen.services.ports import Mistake, RefusedFile

NAME = "formulier.json"
LONGEST = 200
EVIDENCE_ROWS = 2
MOST_ROWS = 20
_TEXTS = {
    "crebo": "qualification",
    "begin": "start",
    "leerweg": "pathway",
    "einde": "graduation",
    "school": "institution",
}
_NUMBERS = {"jaren": "years", "instroomjaar": "entered_year"}
_TRUTHS = {"vormend": "formative_parts", "bekostigd": "funded"}
_LISTS = {"keuzedelen": "chosen", "doelen": "goals"}
FIELDS = (
    Field(name="crebo", kinds=PROGRAMME),
    Field(name="doelen", kinds=PROGRAMME, several=True),
    Field(name="keuzedelen", kinds=MODULE, several=True),
)
"""Here a name will do for a code; while it is not clear of what, the document lacks it."""
COVERS = "van-"
"""Before the number of a paper: the field in which a name will do for what it covers. Its words need not be a name."""
NO_NAMES = Names(held={})
_EVIDENCE = {
    "soort": "kind",
    "van": "covers",
    "uit": "from",
    "niveau": "level",
    "cijfer": "mark",
    "dag": "date",
}
_LABELS = {
    "qualification": "web.person.crebo",
    "start": "web.person.start",
    "pathway": "web.person.pathway",
    "years": "web.person.years",
    "graduation": "web.person.graduation",
    "institution": "web.person.school",
    "chosen": "web.person.modules",
    "goals": "web.person.goals",
    "text": "room.choice.text",
    "load": "room.route.load",
}
_FIELD_OF = {field: name for name, field in (_TEXTS | _NUMBERS | _LISTS).items()} | {
    "text": "doeltekst",
    "load": "uren",
}
_PAPER = {
    **{each: f"paper-{each}" for each in ("kind", "covers", "from", "level", "mark")},
    "judgement": "paper-mark",
    "date": "paper-day",
}
_MARK = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?")
_INDEXED = re.compile(r"(results|evidence)\[(\d+)\]\.?(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to fill in: its name in the form, what it is, and what was filled in."""

    name: str
    words: str
    value: str
    level: str = ""
    level_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What somebody filled in or handed in, whether or not it can be read."""

    document: Mapping[str, Any]
    handed_in: bool = False
    names: Names = NO_NAMES

    @property
    def asked(self) -> bool:
        """Whether there is anything to answer."""
        return bool(self.document)

    def person(self, say: Words) -> Person:
        """Raises `RefusedFile` with every mistake, each at what it is about."""
        try:
            return wiring.parse_person(json.dumps(self.document).encode(), NAME)
        except RefusedFile as refused:
            raise RefusedFile(tuple(self._placed(each, say) for each in refused.mistakes)) from None

    def _placed(self, mistake: Mistake, say: Words) -> Mistake:
        """The mistake at the question that it answers, as it was filled in; there is no file, and no line of it."""
        found = _INDEXED.match(mistake.path)
        if found is None:
            return replace(mistake, file=label(mistake.path, say), line=None, path="")
        table, number, column = found[1], int(found[2]), found[3].partition("[")[0]
        row = self.document[table][number - 1]
        return replace(
            mistake,
            file=_question(table, number, row, column, say),
            line=None,
            path="",
            given=_written(row["mark"], say) if column == "mark" else mistake.given,
            expected="" if mistake.expected == column else mistake.expected,
        )

    def text(self, field: str) -> str:
        value = self.document.get(field, "")
        return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def label(field: str, say: Words) -> str:
    """The question on the page that a field of a person's file answers."""
    name = field.partition("[")[0]
    return say(_LABELS[name]) if name in _LABELS else field


def questions(document: Mapping[str, Any], say: Words) -> dict[str, str]:
    """Every question that the page asks → the field that answers it."""
    asked = {say(slug): _FIELD_OF[field] for field, slug in _LABELS.items()}
    for row in document.get("results", ()):
        for column, start in (("mark", "uitslag"), ("judgement", "uitslag"), ("level", "niveau")):
            asked[_question("results", 0, row, column, say)] = f"{start}:{row.get('part', '')}"
    for number, row in enumerate(document.get("evidence", ()), start=1):
        for name, column in (*_EVIDENCE.items(), ("cijfer", "judgement")):
            asked[_question("evidence", number, row, column, say)] = f"{name}-{number}"
    return asked


def _question(table: str, number: int, row: Mapping[str, Any], column: str, say: Words) -> str:
    """What the page asks there: of a result by its part, of evidence by its number."""
    if table == "evidence":
        what = _PAPER.get(column, "paper-covers")
        return say("web.person.paper-asks", number=number, what=say(f"web.person.{what}").lower())
    part = str(row.get("part", ""))
    words = say(f"web.result.{part}") if f"web.result.{part}" in say else part
    return say("web.person.level-in", what=words) if column == "level" else words


def filled(request: HttpRequest) -> Filled:
    """What came with the request: a file, or the form. Raises `RefusedFile` for a file that cannot be read."""
    upload = request.FILES.get("bestand")
    if upload is not None and upload.size:
        person = wiring.parse_person(upload.read(), upload.name)
        return Filled(document=person_form(person), handed_in=True)
    return typed(request)


def typed(request: HttpRequest) -> Filled:
    """What was filled in, whatever file came with it."""
    given = (request.POST if request.method == "POST" else request.GET).copy()
    covers = list(filter(str.strip, given.getlist("bewijs-van")[:MOST_ROWS]))
    given.update({f"{COVERS}{number}": text for number, text in enumerate(covers, start=1)})
    names = names_in(request, *FIELDS, *map(_covers, range(1, len(covers) + 1)), given=given)
    for name, held in names.held.items():
        given[name] = held.text if held.clear or name.startswith(COVERS) else ""
    document = _document(given)
    for number, row in enumerate(document.get("evidence", ()), start=1):
        held = names.held[f"{COVERS}{number}"]
        row["covers"] = _pieces(held.text) if held.clear else [held.text]
    return Filled(document=document, names=names)


def _pieces(text: str) -> list[str]:
    """Codes and words, whatever stands between them."""
    return re.findall(r"[^\s,;+]+", text)


def _covers(number: int) -> Field:
    words = frozenset(each.value for each in GenericPart)
    return Field(name=f"{COVERS}{number}", kinds=PROGRAMME + MODULE, several=True, words=words, open=True)


def as_json(document: Mapping[str, Any]) -> str:
    """The document as it is kept and taken along."""
    return json.dumps(document, ensure_ascii=False)


def as_document(content: bytes) -> dict[str, Any]:
    """What was kept."""
    document: dict[str, Any] = json.loads(content)
    return document


def _document(given: QueryDict) -> dict[str, Any]:
    """The form under the names of a person's file; what was left open stays away."""
    document: dict[str, Any] = {field: _said(given, name) for name, field in _TEXTS.items()}
    document |= {field: _whole(_said(given, name)) for name, field in _NUMBERS.items()}
    document |= {field: _TRUTH.get(_said(given, name)) for name, field in _TRUTHS.items()}
    document |= {
        field: re.findall(r"[^\s,;]+", _said(given, name).upper())[:MOST_ROWS]
        for name, field in _LISTS.items()
    }
    document["results"] = _results(given)
    document["evidence"] = _evidence(given)
    done = {each["part"] for each in document["results"]}
    document["chosen"] = [each for each in document["chosen"] if each not in done]
    return {name: value for name, value in document.items() if value not in ("", None, [])}


_TRUTH = {"ja": True, "nee": False}
_SAID: Mapping[object, str] = {True: "ja", False: "nee"}


def _said(given: QueryDict, name: str) -> str:
    return str(given.get(name, "")).strip()[:LONGEST]


def _whole(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdigit() else text


def _results(given: QueryDict) -> list[dict[str, Any]]:
    """One result for each part of which something was filled in."""
    names = [name for name in given if name.startswith("uitslag:") and _said(given, name)]
    return [
        {
            "part": part,
            **_outcome(_said(given, f"uitslag:{part}")),
            **({"level": level} if (level := _said(given, f"niveau:{part}")) else {}),
        }
        for part in (name.removeprefix("uitslag:") for name in names[: 3 * MOST_ROWS])
    ]


def _outcome(text: str) -> dict[str, Any]:
    """A mark where it looks like one, else a judgement in words."""
    if _MARK.fullmatch(text):
        return {"mark": float(text.replace(",", "."))}
    return {"judgement": text.casefold()}


def _evidence(given: QueryDict) -> list[dict[str, Any]]:
    """One paper for each row of which something was filled in."""
    columns = {field: given.getlist(f"bewijs-{name}")[:MOST_ROWS] for name, field in _EVIDENCE.items()}
    rows = max(map(len, columns.values()))
    found = []
    for at in range(rows):
        row: dict[str, Any] = {
            field: values[at].strip()[:LONGEST]
            for field, values in columns.items()
            if at < len(values) and values[at].strip()
        }
        if not row.get("covers"):
            continue
        row["covers"] = _pieces(row["covers"])
        if "mark" in row:
            row.update(_outcome(row.pop("mark")))
        found.append(row)
    return found


def fields(
    document: Mapping[str, Any], structure: DatedCatalogue, say: Words, names: Names = NO_NAMES
) -> dict[str, Any]:
    """What the form shows: the value of every field, and a row for every result there can be."""
    shown = Filled(document=document)
    results = {each["part"]: each for each in document.get("results", ())}
    crebo = str(document.get("qualification", ""))
    tasks = structure.core_tasks.get(crebo, ())
    modules = [each for each in results if each.startswith("K")] + list(document.get("chosen", ()))
    return {
        **{name: shown.text(field) for name, field in (_TEXTS | _NUMBERS).items()},
        **{name: _SAID.get(document.get(field), "") for name, field in _TRUTHS.items()},
        "keuzedelen": " ".join(modules),
        "doelen": shown.text("goals"),
        "programme": structure.qualifications[crebo].name if crebo in structure.qualifications else "",
        "tasks": [_row(each.code, f"{each.code} {each.title}", results, say) for each in tasks],
        "generic": [_row(each.value, say(f"web.result.{each}"), results, say) for each in GenericPart],
        "modules-results": [_row(each, _module(each, structure), results, say) for each in modules],
        "papers": _papers(document.get("evidence", ()), names, say),
    }


def _row(part: str, words: str, results: Mapping[str, Mapping[str, Any]], say: Words) -> Row:
    found = results.get(part, {})
    return Row(
        name=f"uitslag:{part}",
        words=words,
        value=_written(found.get("mark", found.get("judgement", "")), say),
        level=str(found.get("level", "")),
        level_name=f"niveau:{part}" if part in _LEVELLED else "",
    )


def _written(outcome: float | str, say: Words) -> str:
    """A mark as people write it, with a comma or a point; a judgement as it is."""
    whole, _, decimals = (f"{outcome:g}" if isinstance(outcome, float) else str(outcome)).partition(".")
    return say("value.decimal", whole=whole, decimals=decimals) if decimals else whole


_LEVELLED = (GenericPart.DUTCH, GenericPart.NUMERACY, GenericPart.ENGLISH)


def _module(code: str, structure: DatedCatalogue) -> str:
    found = structure.modules.get(code)
    return f"{code} {found.title}" if found else code


def _papers(evidence: Sequence[Mapping[str, Any]], names: Names, say: Words) -> list[dict[str, Any]]:
    rows = [*evidence, *({} for _ in range(max(1, EVIDENCE_ROWS - len(evidence))))]
    return [
        {
            "number": number,
            "kinds": [
                (kind.value, say(f"web.paper.{kind}"), kind == row.get("kind")) for kind in EvidenceKind
            ],
            "covers": " ".join(row.get("covers", ())),
            "known": names.held[field].known if (field := f"{COVERS}{number}") in names.held else (),
            "origin": row.get("from", ""),
            "level": row.get("level", ""),
            "outcome": _written(row.get("mark", row.get("judgement", "")), say),
            "day": row.get("date", ""),
        }
        for number, row in enumerate(rows, start=1)
    ]
