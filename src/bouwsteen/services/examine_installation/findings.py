"""What can be found in an installation, and how bad that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Health(StrEnum):
    """How bad what was found is."""

    GOOD = "good"
    CARE = "care"
    WRONG = "wrong"
    UNKNOWN = "unknown"


class Found(StrEnum):
    """What can be found: its subject, then what it is like."""

    RELEASE = "release"
    SETTINGS_TRY_OUT = "settings-try-out"
    SETTINGS_PRODUCTION = "settings-production"
    SETTINGS_LACKING = "settings-lacking"
    SETTING_UNKNOWN = "setting-unknown"
    TRIAL_LOGIN_OPEN = "trial-login-open"
    ISSUER_INSECURE = "issuer-insecure"
    ISSUER_ASKS = "issuer-asks"
    HOSTS_ANY = "hosts-any"
    ADDRESS_INSECURE = "address-insecure"
    ADDRESS_ELSEWHERE = "address-elsewhere"
    KEY_WEAK = "key-weak"
    KEY_OPEN = "key-open"
    FILE_KEYS_OPEN = "file-keys-open"
    ENCODER_VECTORS = "encoder-vectors"
    ENCODER_SEMANTIC = "encoder-semantic"
    ENCODER_UNKNOWN = "encoder-unknown"
    ENCODER_LACKING = "encoder-lacking"
    SITE_INSTALLED = "site-installed"
    SITE_LACKING = "site-lacking"
    SITE_PARTLY = "site-partly"
    DATABASE_NONE = "database-none"
    DATABASE_REACHED = "database-reached"
    DATABASE_FAILED = "database-failed"
    DATABASE_OLD = "database-old"
    DATABASE_ONE_MACHINE = "database-one-machine"
    DATABASE_UNENCRYPTED = "database-unencrypted"
    TABLES_CURRENT = "tables-current"
    TABLES_BEHIND = "tables-behind"
    TABLES_NEWER = "tables-newer"
    SNAPSHOT_CURRENT = "snapshot-current"
    SNAPSHOT_EMBEDDED = "snapshot-embedded"
    SNAPSHOT_UNUSABLE = "snapshot-unusable"
    SNAPSHOT_UNKNOWN = "snapshot-unknown"
    DATA_WRITABLE = "data-writable"
    DATA_CLOSED = "data-closed"
    CACHE_WRITABLE = "cache-writable"
    CACHE_CLOSED = "cache-closed"
    FOLDER_FULL = "folder-full"
    CLOCK_GOOD = "clock-good"
    CLOCK_APART = "clock-apart"
    CLOCK_BEFORE_LEDGER = "clock-before-ledger"
    ZONE_LACKING = "zone-lacking"


HEALTH: Mapping[Found, Health] = {
    **dict.fromkeys(Found, Health.GOOD),
    **dict.fromkeys(
        (
            Found.SETTING_UNKNOWN,
            Found.ADDRESS_ELSEWHERE,
            Found.SITE_LACKING,
            Found.DATABASE_ONE_MACHINE,
            Found.DATABASE_UNENCRYPTED,
            Found.TABLES_BEHIND,
            Found.SNAPSHOT_UNUSABLE,
            Found.CACHE_CLOSED,
            Found.FOLDER_FULL,
            Found.CLOCK_APART,
        ),
        Health.CARE,
    ),
    **dict.fromkeys(
        (
            Found.SETTINGS_LACKING,
            Found.TRIAL_LOGIN_OPEN,
            Found.ISSUER_INSECURE,
            Found.HOSTS_ANY,
            Found.ADDRESS_INSECURE,
            Found.KEY_WEAK,
            Found.KEY_OPEN,
            Found.FILE_KEYS_OPEN,
            Found.ENCODER_UNKNOWN,
            Found.ENCODER_LACKING,
            Found.SITE_PARTLY,
            Found.DATABASE_FAILED,
            Found.DATABASE_OLD,
            Found.TABLES_NEWER,
            Found.DATA_CLOSED,
            Found.CLOCK_BEFORE_LEDGER,
            Found.ZONE_LACKING,
        ),
        Health.WRONG,
    ),
    Found.SNAPSHOT_UNKNOWN: Health.UNKNOWN,
}
"""Of each `Found` how bad it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; `said` is what its sentence names, and never holds a secret."""

    found: Found
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def health(self) -> Health:
        return HEALTH[self.found]
