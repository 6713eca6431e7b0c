"""Who may do what: one table, and an answer with its reason. Doors only show what it says.

A role is granted by an administrator of the site and never follows from what a login says of somebody. Whoever has an
account is a student for what is their own; other roles come on top. What somebody keeps is read by nobody else unless
they share it: an administrator neither.

    >>> adviser = Actor(name="account 7K2M-9QXR", roles=frozenset({Role.STUDENT, Role.ADVISER}))
    >>> decide(adviser, Action.READ_FILE, Relation.SHARED)
    Decision(allowed=True, because=<Because.ROLE: 'role'>)
    >>> decide(adviser, Action.READ_FILE, Relation.OTHER)
    Decision(allowed=False, because=<Because.NOT_YOURS: 'not-yours'>)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bouwsteen.services.errors import NotAllowed


class Role(StrEnum):
    """Lower case with hyphens. The last two are no people with an account, and nobody is granted them."""

    VISITOR = "visitor"  # did not log in
    STUDENT = "student"  # has an account
    ADVISER = "adviser"
    SCHOOL_DEVELOPER = "school-developer"
    EXAMINATION_BOARD = "examination-board"
    SBB = "sbb"
    DUO = "duo"
    INSPECTORATE = "inspectorate"
    MINISTRY = "ministry"
    ADMINISTRATOR = "administrator"
    PROGRAM = "program"  # came with a key
    OPERATOR = "operator"  # works at the machine itself, by the shell


class Action(StrEnum):
    """A verb and its object, with a hyphen."""

    READ_STRUCTURE = "read-structure"
    KEEP_FILE = "keep-file"
    READ_FILE = "read-file"
    SHARE_FILE = "share-file"
    REMOVE_FILE = "remove-file"
    REMOVE_ACCOUNT = "remove-account"
    READ_LEDGER = "read-ledger"
    IMPORT_REGISTER = "import-register"
    JUDGE_FAMILY = "judge-family"
    RECORD_DECISION = "record-decision"
    READ_ACCOUNTS = "read-accounts"
    GRANT_ROLE = "grant-role"
    KEEP_HOUSE = "keep-house"  # keys of programs, keys of files, what has not been used for long


class Relation(StrEnum):
    """What the thing is to whoever acts."""

    COMMON = "common"  # nobody's own
    OWN = "own"
    SHARED = "shared"  # somebody else's, who shares it with them now
    OTHER = "other"  # somebody else's


class Because(StrEnum):
    """Why: `role` allows; the others refuse."""

    ROLE = "role"
    NOT_LOGGED_IN = "not-logged-in"
    NOT_YOUR_ROLE = "not-your-role"
    NOT_YOURS = "not-yours"
    NOT_TO_YOURSELF = "not-to-yourself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts. `name` goes into the ledger: an account's number, a key's name, a user of the machine."""

    name: str
    roles: frozenset[Role]
    account: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed or refused, and why."""

    allowed: bool
    because: Because


VISITOR = Actor(name="", roles=frozenset({Role.VISITOR}))
GRANTED = tuple(
    role for role in Role if role not in {Role.VISITOR, Role.STUDENT, Role.PROGRAM, Role.OPERATOR}
)
"""The roles that an administrator grants."""


def operator(name: str) -> Actor:
    """Whoever works at the machine itself."""
    return Actor(name=name, roles=frozenset({Role.OPERATOR}))


def program(name: str) -> Actor:
    """A program with the key of that name."""
    return Actor(name=f"api-key {name}", roles=frozenset({Role.PROGRAM}))


def decide(actor: Actor, action: Action, relation: Relation = Relation.COMMON) -> Decision:
    """Whether the actor may do this with a thing that is theirs, somebody's or nobody's."""
    allowed = _ALLOWED[action]
    if actor.roles & allowed.get(relation, _NOBODY):
        return Decision(True, Because.ROLE)
    if actor.roles <= {Role.VISITOR}:
        return Decision(False, Because.NOT_LOGGED_IN)
    if relation is Relation.OWN:
        to_others = actor.roles & allowed.get(Relation.OTHER, _NOBODY)
        return Decision(False, Because.NOT_TO_YOURSELF if to_others else Because.NOT_YOUR_ROLE)
    if actor.roles & allowed.get(Relation.OWN, _NOBODY):
        return Decision(False, Because.NOT_YOURS)
    return Decision(False, Because.NOT_YOUR_ROLE)


def require(actor: Actor, action: Action, relation: Relation = Relation.COMMON) -> None:
    """Raises `NotAllowed` where `decide` refuses."""
    decision = decide(actor, action, relation)
    if not decision.allowed:
        raise NotAllowed(action.value, decision.because.value)


_NOBODY: frozenset[Role] = frozenset()
_EVERYONE = frozenset(Role)
_WITH_ACCOUNT = _EVERYONE - {Role.VISITOR, Role.PROGRAM, Role.OPERATOR}
_KEEPERS = frozenset({Role.ADMINISTRATOR, Role.OPERATOR})
_OVERSEERS = frozenset({Role.SBB, Role.DUO, Role.INSPECTORATE, Role.MINISTRY})
_ALLOWED: Mapping[Action, Mapping[Relation, frozenset[Role]]] = {
    Action.READ_STRUCTURE: {Relation.COMMON: _EVERYONE},
    Action.KEEP_FILE: {Relation.OWN: _WITH_ACCOUNT},
    Action.READ_FILE: {
        Relation.OWN: _WITH_ACCOUNT,
        Relation.SHARED: frozenset({Role.ADVISER, Role.EXAMINATION_BOARD}),
    },
    Action.SHARE_FILE: {Relation.OWN: _WITH_ACCOUNT},
    Action.REMOVE_FILE: {Relation.OWN: _WITH_ACCOUNT},
    Action.REMOVE_ACCOUNT: {Relation.OWN: _WITH_ACCOUNT, Relation.OTHER: _KEEPERS},
    Action.READ_LEDGER: {Relation.COMMON: _KEEPERS | _OVERSEERS},
    Action.IMPORT_REGISTER: {Relation.COMMON: _KEEPERS | {Role.SBB, Role.DUO, Role.PROGRAM}},
    Action.JUDGE_FAMILY: {
        Relation.COMMON: frozenset({Role.SBB, Role.SCHOOL_DEVELOPER, Role.PROGRAM, Role.OPERATOR})
    },
    Action.RECORD_DECISION: {Relation.COMMON: frozenset({Role.EXAMINATION_BOARD, Role.OPERATOR})},
    Action.READ_ACCOUNTS: {Relation.COMMON: _KEEPERS},
    Action.GRANT_ROLE: {Relation.OTHER: _KEEPERS},
    Action.KEEP_HOUSE: {Relation.COMMON: _KEEPERS},
}
"""Action → relation → the roles that may; what is not written here may not be done."""
