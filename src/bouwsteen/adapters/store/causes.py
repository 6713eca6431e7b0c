"""What the code of a database's error means. It knows no Django, so that a glance can ask it too."""

from bouwsteen.services.ports import StorageCause

# Primary result codes of SQLite. Source: https://www.sqlite.org/rescode.html
_SQLITE = {
    "SQLITE_FULL": StorageCause.FULL,
    "SQLITE_BUSY": StorageCause.BUSY,
    "SQLITE_LOCKED": StorageCause.BUSY,
    "SQLITE_CORRUPT": StorageCause.DAMAGED,
    "SQLITE_NOTADB": StorageCause.DAMAGED,
    "SQLITE_READONLY": StorageCause.NO_ACCESS,
    "SQLITE_PERM": StorageCause.NO_ACCESS,
    "SQLITE_CANTOPEN": StorageCause.NO_ACCESS,
}
# SQLSTATE codes. Source: PostgreSQL documentation, appendix A.
_POSTGRESQL = {
    "53100": StorageCause.FULL,
    "55P03": StorageCause.BUSY,
    "40P01": StorageCause.BUSY,
    "42501": StorageCause.NO_ACCESS,
    "XX001": StorageCause.DAMAGED,
    "XX002": StorageCause.DAMAGED,
}
_NO_CONNECTION = ("08", "28", "3D", "57P")
"""How codes begin of: no connection, wrong user, no such database, a server that is going down."""


def sqlite_cause(name: str) -> StorageCause:
    """The cause behind SQLite's `name` for an error, an extended one (`SQLITE_IOERR_WRITE`) too."""
    primary = "_".join(name.split("_")[:2])
    return _SQLITE.get(primary, StorageCause.FAILED)


def postgresql_cause(state: str | None) -> StorageCause:
    """The cause behind an SQLSTATE; None: the server gave none, for it was not reached.

    >>> postgresql_cause("57P01").value, postgresql_cause("42501").value, postgresql_cause("23505").value
    ('unreachable', 'no-access', 'failed')
    """
    if state is None or state.startswith(_NO_CONNECTION):
        return StorageCause.UNREACHABLE
    return _POSTGRESQL.get(state, StorageCause.FAILED)
