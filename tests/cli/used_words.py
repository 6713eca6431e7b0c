"""Every slug that code can ask words for: written out, or a family with a member for each value."""

import ast
import csv
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click

import bouwsteen
from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.entrances.cli.main import COMMANDS, Shell
from bouwsteen.entrances.cli.person_file import EXAMPLES
from bouwsteen.entrances.cli.progressing import STEPS
from bouwsteen.entrances.web.api.expected import SLUGS as EXPECTED
from bouwsteen.entrances.web.api.problems import SLUGS
from bouwsteen.entrances.web.language import INSTEAD
from bouwsteen.entrances.web.menu import EDUCATION, STUDENT
from bouwsteen.entrances.web.pages.about import CONTACTS, SECTIONS
from bouwsteen.entrances.web.pages.structure import LINKED
from bouwsteen.entrances.web.pages.student import ROOMS
from bouwsteen.entrances.web.rates import RATES
from bouwsteen.entrances.wiring import READERS
from bouwsteen.entrances.words import words_in
from bouwsteen.model.concepts import ConceptKind
from bouwsteen.model.content import ContentKind
from bouwsteen.model.coverage import Cover, Fit, RequirementKind, StepMoment
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import EvidenceKind, GenericPart
from bouwsteen.model.precedents import Decided, DecidingBody
from bouwsteen.model.records import Certainty, FamilyVerdict, Pathway, ProgrammeType, Records
from bouwsteen.model.sources import Confidence, SourceKind
from bouwsteen.questions.choice.checking import CONDITIONS, Regime
from bouwsteen.questions.choice.offering import Counts
from bouwsteen.questions.choice.options import Purpose
from bouwsteen.questions.choice.overlap import OverlapEvidence
from bouwsteen.questions.choice.purposes import Nearness
from bouwsteen.questions.comparison import Kinship
from bouwsteen.questions.exemption import REASONS as EXEMPTION_REASONS
from bouwsteen.questions.exemption import Standing as ExemptionStanding
from bouwsteen.questions.exemption.advice import _SCHOOL_NOTES
from bouwsteen.questions.reuse.overlap import Basis
from bouwsteen.questions.reuse.standing import State
from bouwsteen.questions.routing import First
from bouwsteen.rules.conditions import Operator
from bouwsteen.rules.parameters import generic_subjects
from bouwsteen.rules.rule import Certainty as LawCertainty
from bouwsteen.rules.terms import COLLECTIONS, TERMS
from bouwsteen.rules.verdict import GROUPS, REASONS
from bouwsteen.services.compare_days import TABLES
from bouwsteen.services.examine_installation import HEALTH, Health
from bouwsteen.services.jobs import NOT_USABLE
from bouwsteen.services.occupations import EVIDENCE
from bouwsteen.services.plan_route import Because, Objective, Standing, Why
from bouwsteen.services.policy import GRANTED
from bouwsteen.services.policy import Because as Refused
from bouwsteen.services.ports import ChangeKind, QueryCause, StorageCause
from bouwsteen.services.show_concept import WHO_KNOWS
from bouwsteen.services.show_family import ShownRelation

FAULTS = (
    *("not-found", "refused", "failed", "form-expired", "too-slow", "busy"),
    *("too-large", "login-failed", "no-storage", "by-form"),
    *(f"too-many-{each}" for each in RATES),
)
LEDGER_COLUMNS = {"number", "on", "by", "why", "editions"}
EXEMPT_VERBS = ("record", "withdraw", "precedents")
PACKAGE = Path(bouwsteen.__file__).parent
SHOWN = {"qualification", "file", "module", "domain", "certificate", "core-task", "work-process"}
CONCEPTS = set(map(str, ConceptKind))
REUSE = {"transversal", "cross-sector", "sector-specific", "occupation-specific"}
OCCUPATION = {RequirementKind.CORE_TASK, RequirementKind.WORK_PROCESS}
NO_MISTAKES = re.compile(
    r"applies-when|selected-by|plus-years|k-of|at-least|at-most|sbb-xml|bouwsteen-catalogue|tabular-.*|utf-8(-sig)?|urn-.*|.*-"
)
INCOMPLETE = re.compile(r'(?:return|INCOMPLETE_BECAUSE =|processes for task in tasks\) else) "([a-z-]+)"')
BASES = re.compile(r'return [^"\n]*"([a-z-]+)"$|basis if each else "([a-z-]+)"', re.MULTILINE)


def in_api(pattern: str) -> set[str]:
    """What stands in the files of the API; they cannot be imported without a site."""
    found = (
        re.findall(pattern, path.read_text("utf-8")) for path in (PACKAGE / "entrances/web/api").glob("*.py")
    )
    return {each.replace("_", "-") for names in found for each in names}


def assigned(path: str, name: str) -> Any:
    """What a file gives a name, where that is written out."""
    return next(
        ast.literal_eval(each.value)
        for each in ast.parse(source(path)).body
        if isinstance(each, ast.Assign)
        and isinstance(each.targets[0], ast.Name)
        and each.targets[0].id == name
    )


def families() -> dict[str, set[str]]:
    """The start of a slug that code completes → every way it can be completed."""
    commands = set(COMMANDS)
    verbs = {f"exempt-{name}" for name in EXEMPT_VERBS}
    commands = set(COMMANDS) | subcommands()
    confidences = set(map(str, Confidence))
    outcomes = set(map(str, Outcome))
    query_causes = {"missing", *QueryCause} - {QueryCause.OTHER_FORM}  # that is said as not-acceptable
    options = read_rules([law_folder()]).options
    return {
        "about.": {
            f"{page}.{slug}"
            for page, sections in SECTIONS.items()
            for slug in ("title", "lead", *sections, *(f"{each}.title" for each in sections))
        }
        | {f"{each.removeprefix('about.')}-nobody" for each in CONTACTS},
        "api.fault.": {
            f"{slug}{end}"
            for slug in (*SLUGS.values(), *(f"query-{each}" for each in query_causes))
            for end in ("", ".title")
        },
        "api.wrong.": {"missing", "unknown-name", "wrong-value", "no-json", "turned"},
        "api.expected.": set(EXPECTED),
        "argument.": keywords("argument", "words"),
        "body.": set(map(str, DecidingBody)),
        "evidence-kind.": set(map(str, EvidenceKind)),
        "exempt.group-": set(map(str, ExemptionStanding)),
        "exempt.in-time-": outcomes,
        "exempt.lessons-": {"yes", "no"},
        "exempt.processes-": set(map(str, ExemptionStanding)),
        "exempt-needed.": literals_in("questions/exemption/advice.py", "needed")
        | set(map(str, EvidenceKind)),
        "exempt-note.": literals_in("questions/exemption/advice.py", "notes")
        | {"result-here"}
        | set(_SCHOOL_NOTES.values()),
        "exempt-reason.": {each for reasons in EXEMPTION_REASONS.values() for each in reasons}
        | {
            f"{each}-no-exam"
            for each in ("level-not-said", "level-too-low", "origin-not-said", "mark-not-said")
        },
        "exempt-term.": {"weeks", "working-days", "teaching-days"},
        "exempt-unused.": {"not-in-catalogue", "parts-not-known", "no-part-of-this"},
        "generic.": set(map(str, GenericPart)),
        "precedents.exam-": set(map(str, Decided)),
        "precedents.lessons-": set(map(str, Decided)),
        "basis.": {
            name for pair in BASES.findall(source("questions/gap/requirements.py")) for name in pair if name
        },
        "catalogue.": {"complete", "incomplete", "without-parts"},
        "catalogue.current-": outcomes,
        "certificate-because.": {row["because"] for row in rows("certificates") if row["because"]},
        "column.ledger-": LEDGER_COLUMNS,
        "ledger.family-": set(map(str, FamilyVerdict)),
        "column.": {f"ledger-{each}" for each in LEDGER_COLUMNS}
        | confidences
        | {
            "name",
            "level",
            "sector",
            "crebo",
            "yours",
            "left",
            "reach",
            "table",
            "things",
            "statements",
            "sureness",
        }
        | COLUMNS_OF_INSIGHT,
        "command.": commands | verbs | {"bouwsteen"},
        "compare.field-": fields_of_things(),
        "compare.shared-": {each.value for each in Kinship} - {"new"},
        "compare.table-": set(TABLES),
        "compare.type-": set(map(str, ProgrammeType)),
        "confidence.": confidences,
        "content.": set(map(str, ContentKind)),
        "correction.": set(map(str, Certainty)),
        "correction.of-": {row["field"] for row in rows("corrections")} - {"structure"},
        "cover.": set(map(str, Cover)),
        "current.": outcomes,
        "web.search.current-": outcomes,
        "expected.": expectations(),
        "error.found-": {"module", "file"},
        "error.wanted-": {"qualification"},
        "error.": {f"{slug}{end}" for slug in error_slugs() for end in ("", ".title")},
        "example.": commands,
        "family-said.": set(map(str, FamilyVerdict)),
        "family-state.": set(map(str, State)),
        "insight.basis-": {"title", "some-texts", "text"},
        "insight.marked-": set(map(str, FamilyVerdict)),
        "insight.overlap.by-": set(map(str, Basis)),
        "insight.rests-on-": {"title", "some-texts", "text"},
        "picture.family.of-": {"core-task", "work-process"},
        "relation.": set(map(str, ShownRelation)),
        "incomplete.": {
            row["incomplete_because"] for row in rows("qualifications") if row["incomplete_because"]
        }
        | incomplete_in_registers(),
        "evidence.": set(EVIDENCE),
        "who-knows.": set(WHO_KNOWS),
        "import.step-": set(STEPS),
        "fact.": {"also", "hidden"},
        "job.": {"usable", *NOT_USABLE},
        "job.nowhere-": set(NOT_USABLE),
        "kind.": SHOWN | CONCEPTS,
        "left.": set(map(str, OCCUPATION)),
        "list.": {"and", "or"},
        "match.title-": set(map(str, Fit)),
        "skills.like-": set(map(str, Fit)),
        "metavar.": keywords("argument", "metavar") | keywords("option", "metavar"),
        "mistake.": mistake_slugs(),
        "moment.": set(map(str, StepMoment)),
        "occupation.": {"broader", "narrower", "essential", "optional", "important"},
        "option.": keywords("option", "words"),
        "possibilities.apart-": {"unknown", "no"},
        "possibilities.how-": {"estimate", "proposal", "unknown", "ask", "employer"},
        "possibilities.order-": set(map(str, First)),
        "possibilities.what-counts-": {"confirmed", "proposals"},
        "person-file.": set(EXAMPLES) | {"head", "results", "evidence"},
        "requirement.": {slug for level in (4, None) for slug, _ in generic_subjects(level)}
        | {"module-obligation", "placement", "legal-requirements"},
        "reuse.": REUSE,
        "scheme.": {"esco", "competentnl", "bouwsteen"},
        "short.": commands | verbs,
        "because.": REASONS,
        "choice.": outcomes | {"add", "drop"},
        "choice.module-": {f"{done}{each}" for done in ("", "done-") for each in outcomes},
        "web.api.does-": in_api(r"@router\.(?:get|post)\([^@]*?\n(?:@\w+\n)*def (\w+)"),
        "web.api.example-": {name for name, _ in assigned("entrances/web/pages/developers.py", "EXAMPLES")},
        "mine.holds.": set(assigned("entrances/web/pages/mine.py", "HELD")),
        "web.api.rule-": set(assigned("entrances/web/pages/developers.py", "RULES")),
        "web.api.tag-": set(assigned("entrances/web/api/document.py", "TAGS")),
        "choice.after-repair-": {"yes", "unknown"},
        "choice.overlap-": {"equal-parts", "looks-alike"},
        "condition.": set(CONDITIONS[Regime.LAW]) | {"part-of-programme"},
        "offer.": outcomes | set(map(str, Counts)),
        "overlap.": set(map(str, OverlapEvidence)),
        "purpose.": set(map(str, Purpose)),
        "staff.kind.": set(READERS),
        "refused.": set(map(str, Refused)) - {"role"},
        "regime.": set(map(str, Regime)) - {"law"},
        "suggestion.allowed-": {"yes", "unknown"},
        "suggestion.because-": {row["because"] for row in purposes()}
        | {"answers-text", "recurs-in-goals", "coupled-to-goals"},
        "suggestion.hours-": {"given", "obligation", "most", "least"},
        "suggestion.how-": {"table", "text", "orientation"},
        "suggestion.near-": {each.name.lower() for each in Nearness if each},
        "suggestion.nearest-": {"text", "field"},
        "towards.": {row["towards"] for row in purposes() if row["towards"]},
        "certainty.": set(map(str, LawCertainty)),
        "collection.": set(COLLECTIONS),
        "doctor.": {
            *HEALTH,
            *(f"{found}.do" for found, health in HEALTH.items() if health is not Health.GOOD),
        },
        "doctor.health-": set(map(str, Health)),
        "diploma.": outcomes,
        "diploma.next-": outcomes | {"ask"},
        "settle.result-": {
            *("dutch", "numeracy", "english", "citizenship", "placement", "statutory"),
            *("core-task", "module", "work-process"),
        },
        "needed.": set(map(str, Operator)) | {"chosen", "none"},
        "outcome.": outcomes,
        "proof.": GROUPS,
        "term.": set(TERMS) | {each.id for each in options} | {"student.qualification", "item", "law"},
        "value.": {"yes", "no", "none"}
        | {value for each in options for value in each.values}
        | {word.replace(" ", "-") for term in TERMS.values() for word in term.words},
        "skill-type.": {"knowledge", "skill-competence"},
        "route.because-": set(map(str, Because)),
        "route.kind-": {"result"} | set(map(str, EvidenceKind)),
        "route.objective-": set(map(str, Objective)),
        "route.proved-": set(map(str, Objective)),
        "route.standing-": set(map(str, Standing)),
        "route.why-": set(map(str, Why)) - {"follows", "beside"},
        "show.parts-of-": SHOWN - {"work-process"},
        "source-kind.": set(map(str, SourceKind)),
        "step.": set(re.findall(r'return "([a-z-]+)"', source("questions/routing/order.py"))) | {"beside"},
        "storage.": set(map(str, StorageCause)),
        "switch.": {"same", "additions", "unsure", "alike", "new"},
        "switch.beside-": {"module-obligation", "placement", "legal-requirement"},
        "switch.generic-": outcomes,
        "switch.row-": {"same", "additions", "unsure", "alike", "new"},
        "table.": set(Records().tables()),
        "web.fit.": set(map(str, Fit)),
        "web.first.": set(map(str, First)),
        "instead.": {
            plain
            for slug in words_in("nl")
            if slug.startswith(INSTEAD) and (plain := slug.removeprefix(INSTEAD)) in words_in("nl")
        },
        "role.": {"student", *GRANTED},
        "room.": {f"{name}.{end}" for name in (*STUDENT, *EDUCATION) for end in ("title", "lead")}
        | {f"{name}.{button}" for name, room in ROOMS.items() for button in room.buttons}
        | {f"route.{objective}" for objective in Objective},
        "web.hours.": {"counted", "perhaps", "open", "refused"},
        "web.door.": {"student", "education"},
        "web.linked.": set(LINKED),
        "web.paper.": set(map(str, EvidenceKind)),
        "web.person.": {"tasks", "generic", "modules-results"},
        "web.result.": set(map(str, GenericPart)),
        "web.pathway.": set(map(str, Pathway)),
        "web.versions.": {"version", "valid", "seen"},
        "web.which.offered-": {"yes", "no"},
        "staff.import.": {f"{each}" for each in ChangeKind},
        "web.fault.": {f"{slug}{end}" for slug in FAULTS for end in ("", ".title")},
    }


def fields_of_things() -> set[str]:
    """What `compare` can find changed of a thing."""
    return {"title", *re.findall(r'\("([a-z-]+)", ', source("services/compare_days.py"))} - set(TABLES)


def literals_in(path: str, function: str) -> set[str]:
    """Every slug that a function of a module hands out."""
    for node in ast.walk(ast.parse(source(path))):
        if isinstance(node, ast.FunctionDef) and node.name == function:
            return {
                each.value
                for each in ast.walk(node)
                if isinstance(each, ast.Constant) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", str(each.value))
            }
    raise LookupError(function)


COLUMNS_OF_INSIGHT = {
    *("family", "title", "parts", "part", "files", "state", "element", "breadth", "sectors", "relation"),
    *("qualifications", "programmes", "hours", "core-task", "coherence", "elsewhere"),
    *("from", "to", "before", "still", "in-vain", "said", "owners"),
    *("programme", "other-programme", "one-file"),
}


def subcommands() -> set[str]:
    """The commands of a command, by the slug of their words."""
    shell = Shell(words_in("nl"), None)
    context = click.Context(shell)
    return {
        command.slug
        for name in COMMANDS
        if isinstance(group := shell.get_command(context, name), click.Group)
        for command in group.commands.values()
    }


def source(path: str) -> str:
    return (PACKAGE / path).read_text("utf-8")


def rows(table: str) -> list[dict[str, str]]:
    with (PACKAGE / "data" / "catalogue" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def purposes() -> list[dict[str, str]]:
    with (PACKAGE / "data" / "purposes" / "modules.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def modules(folder: str) -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_bytes()) for path in sorted((PACKAGE / folder).rglob("*.py")))


def literals(folder: str) -> set[str]:
    """Every text that stands written out in the code, and every slug in a template."""
    templates = (PACKAGE / folder).rglob("templates/**/*.html")
    return {
        slug
        for path in templates
        for slug in re.findall(r"""{%\s*(?:say|many)\s+["']([^"']+)["']""", path.read_text("utf-8"))
    } | {
        node.value
        for module in modules(folder)
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def completed_starts() -> set[str]:
    """How every slug starts that code completes: `f"cover.{how}"`."""
    return {
        first.value
        for module in modules("entrances")
        for node in ast.walk(module)
        if isinstance(node, ast.JoinedStr)
        and isinstance(first := node.values[0], ast.Constant)
        and re.fullmatch(r"[a-z-]+\.[a-z.-]*", str(first.value))
    }


def keywords(function: str, keyword: str) -> set[str]:
    """What is given as `keyword` in calls of `function`."""
    return {
        given.value.value
        for module in modules("entrances")
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function
        for given in node.keywords
        if given.arg == keyword and isinstance(given.value, ast.Constant) and given.value.value
    }


PHRASE = re.compile(
    r"(an? (?!mistake: |note: )|the (?!ledger)|one |at most |both |types |true or|no [?d]|its |owner/|Ja or|each option|sqlite:///path)"
    r"|(text|well-formed XML|UTF-8|JSON: \{what\})$"
)
NO_EXPECTATION = {"a number of thousands of digits", "a number of more than {what} digits", "one of "}


OF_FORMS = ("a choice from the list", "a whole number: {what}")
"""What the forms of the site expect."""
AT_MOST = "at most {what} modules"
"""What a room of the site expects."""


def expectations() -> set[str]:
    """What readers say they expected: every phrase of that form in them, with `{what}` for what is filled in."""
    paths = ("adapters/exchange", "adapters/files", "adapters/store")
    found = {phrase for path in paths for module in modules(path) for phrase in _phrases(module)}
    return {each for each in found if PHRASE.match(each) and each not in NO_EXPECTATION} | {
        AT_MOST,
        *OF_FORMS,
    }


def _phrases(module: ast.Module) -> Iterator[str]:
    prose = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    joined = [node for node in ast.walk(module) if isinstance(node, ast.JoinedStr)]
    inside = {id(value) for node in joined for value in node.values}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose | inside:
            yield node.value
    for node in joined:
        parts = (each.value if isinstance(each, ast.Constant) else "{what}" for each in node.values)
        yield re.sub(r"\{what\}.*\{what\}", "{what}", "".join(map(str, parts)))


def error_slugs() -> set[str]:
    for module in pkgutil.walk_packages([str(PACKAGE)], "bouwsteen."):
        if "errors" in module.name or module.name.endswith((".ports", ".glance", ".faults")):
            importlib.import_module(module.name)
    return {each.slug for each in subclasses(BouwsteenError)} | {"fault"}


def subclasses(root: type[BouwsteenError]) -> Iterator[type[BouwsteenError]]:
    yield root
    for each in root.__subclasses__():
        yield from subclasses(each)


def incomplete_in_registers() -> set[str]:
    """Why readers call a qualification incomplete."""
    readers = ("adapters/exchange/sbb_xml/facts.py", "adapters/exchange/rio/statements.py")
    return {slug for path in readers for slug in INCOMPLETE.findall(source(path))}


def mistake_slugs() -> set[str]:
    """What readers can find wrong: every text of that form in them, but for what is something else."""
    folders = ("adapters/exchange", "adapters/files")
    found = {
        text for folder in folders for text in literals(folder) if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text)
    } - literals("adapters/exchange/ooapi")  # it only writes
    framed = set(re.findall(r'= "([a-z-]+)"', source("adapters/files/framed.py")))
    entrance = {
        slug
        for folder in ("entrances/cli/commands", "entrances/web", "entrances/web/rooms")
        for path in (PACKAGE / folder).glob("*.py")
        for slug in re.findall(r'slug="([a-z-]+)"', path.read_text("utf-8"))
    }
    law = {
        slug
        for folder in ("rules", "services")
        for path in (PACKAGE / folder).glob("*.py")
        for slug in re.findall(r'(?:fault\(\s*|slug=|yield index, )"([a-z-]+)"', path.read_text("utf-8"))
    }
    return (
        {each for each in found - framed - incomplete_in_registers() if not NO_MISTAKES.fullmatch(each)}
        | law
        | {"truncated", "not-utf-8"}
        | entrance
    )
