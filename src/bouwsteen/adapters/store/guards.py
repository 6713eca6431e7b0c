"""What the database itself refuses, whoever asks: changing or removing what the ledger holds.

SQL for the migrations, and never edited after a release: another guard is another migration. A later
migration that makes SQLite copy one of these tables must put its triggers back.
"""

_REFUSED = "the ledger is append-only"
_FIXED = "id, source, owner, version, valid_from, valid_until, since, form, digest, records, document"
_NOT_NEXT = "NEW.number <> (SELECT COALESCE(MAX(number) + 1, 0) FROM ledger_entry)"
_NOT_ENDING = "OLD.until IS NOT NULL OR NEW.until IS NULL"
_NOT_NEXT_PRECEDENT = "NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM precedent)"


def _sqlite(name: str, event: str, when: str = "") -> str:
    condition = f" WHEN {when}" if when else ""
    return f"CREATE TRIGGER {name} BEFORE {event}{condition} BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"


def _postgresql(name: str, event: str, each: str = "ROW", when: str = "") -> str:
    condition = f" WHEN ({when})" if when else ""
    return (
        f"CREATE TRIGGER {name} BEFORE {event} FOR EACH {each}{condition} EXECUTE FUNCTION ledger_refuses()"
    )


SQLITE = (
    _sqlite("ledger_entry_next", "INSERT ON ledger_entry", _NOT_NEXT),
    _sqlite("ledger_entry_update", "UPDATE ON ledger_entry"),
    _sqlite("ledger_entry_delete", "DELETE ON ledger_entry"),
    _sqlite("recorded_edition_update", f"UPDATE OF {_FIXED} ON recorded_edition"),
    _sqlite("recorded_edition_until", "UPDATE OF until ON recorded_edition", _NOT_ENDING),
    _sqlite("recorded_edition_delete", "DELETE ON recorded_edition"),
)

POSTGRESQL = (
    f"""CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{_REFUSED}' USING ERRCODE = 'restrict_violation'; END $$""",
    f"""CREATE FUNCTION ledger_numbers() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF {_NOT_NEXT} THEN RAISE EXCEPTION '{_REFUSED}' USING ERRCODE = 'restrict_violation'; END IF;
      RETURN NEW;
    END $$""",
    "CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_numbers()",
    _postgresql("ledger_entry_update", "UPDATE OR DELETE ON ledger_entry"),
    _postgresql("ledger_entry_truncate", "TRUNCATE ON ledger_entry", "STATEMENT"),
    _postgresql("recorded_edition_update", f"UPDATE OF {_FIXED} ON recorded_edition"),
    _postgresql("recorded_edition_until", "UPDATE OF until ON recorded_edition", when=_NOT_ENDING),
    _postgresql("recorded_edition_delete", "DELETE ON recorded_edition"),
    _postgresql("recorded_edition_truncate", "TRUNCATE ON recorded_edition", "STATEMENT"),
)

PRECEDENTS_SQLITE = (
    _sqlite("precedent_next", "INSERT ON precedent", _NOT_NEXT_PRECEDENT),
    _sqlite("precedent_update", "UPDATE ON precedent"),
    _sqlite("precedent_delete", "DELETE ON precedent"),
)

PRECEDENTS_POSTGRESQL = (
    f"""CREATE FUNCTION precedent_numbers() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF {_NOT_NEXT_PRECEDENT} THEN RAISE EXCEPTION '{_REFUSED}' USING ERRCODE = 'restrict_violation'; END IF;
      RETURN NEW;
    END $$""",
    "CREATE TRIGGER precedent_next BEFORE INSERT ON precedent FOR EACH ROW EXECUTE FUNCTION precedent_numbers()",
    _postgresql("precedent_update", "UPDATE OR DELETE ON precedent"),
    _postgresql("precedent_truncate", "TRUNCATE ON precedent", "STATEMENT"),
)
