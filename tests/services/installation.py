"""An installation of which a test says what it is like; as it stands here it is good, and set up for production."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bouwsteen.entrances.variables import REQUIRED_IN_PRODUCTION, VARIABLES
from bouwsteen.services.examine_installation import (
    DatabaseCondition,
    EncoderCondition,
    FolderCondition,
    Settings,
)
from bouwsteen.services.ports import StorageFault
from tests.invented import DAY

NOW = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
GIVEN = {
    "BOUWSTEEN_PRODUCTION": "1",
    "BOUWSTEEN_SECRET_KEY": "0123456789abcdefghij" * 3,
    "BOUWSTEEN_HOSTS": "mbo.example",
    "BOUWSTEEN_BASE_IRI": "https://mbo.example",
    "BOUWSTEEN_DATABASE_URL": "postgresql://db.example/bouwsteen",
    "BOUWSTEEN_CONTACT_NAME": "ROC Voorbeeld",
    "BOUWSTEEN_CONTACT_EMAIL": "wij@mbo.example",
}
FOLDER = FolderCondition(path=Path("/var/lib/bouwsteen"), free_bytes=10**10)
ENCODER = EncoderCondition(name="vectors", allowed=("vectors", "semantic"))
DATABASE = DatabaseCondition(
    address="postgresql://db.example:5432/bouwsteen",
    engine="postgresql",
    version=(16, 2),
    time=NOW,
    last_recorded=NOW,
)


@dataclass
class InventedInstallation:
    """Each field is what one look gives; a fault is raised."""

    given: Mapping[str, str] = field(default_factory=lambda: GIVEN)
    site: Mapping[str, str | None] = field(
        default_factory=lambda: {"granian": "2.5.0", "whitenoise": "6.9.0"}
    )
    open_key: Path | None = None
    open_file_keys: Path | None = None
    zone: bool = True
    of_encoder: EncoderCondition = ENCODER
    data: FolderCondition = FOLDER
    cache: FolderCondition = FOLDER
    of_database: DatabaseCondition | StorageFault | None = DATABASE
    of_snapshot: tuple[int, str | None] | StorageFault = (7, None)

    def versions(self) -> Mapping[str, str]:
        return {"release": "0.1.0", "python": "3.12.1", "django": "5.2.1"}

    def site_versions(self) -> Mapping[str, str | None]:
        return self.site

    def settings(self) -> Settings:
        return Settings(given=self.given, known=VARIABLES, required=REQUIRED_IN_PRODUCTION)

    def encoder(self) -> EncoderCondition:
        return self.of_encoder

    def key_file_open_to(self) -> Path | None:
        return self.open_key

    def file_keys_open_to(self) -> Path | None:
        return self.open_file_keys

    def knows_time_zone(self) -> bool:
        return self.zone

    def data_folder(self) -> FolderCondition:
        return self.data

    def cache_folder(self) -> FolderCondition:
        return self.cache

    def database(self) -> DatabaseCondition | None:
        if isinstance(self.of_database, StorageFault):
            raise self.of_database
        return self.of_database

    def snapshot(self) -> tuple[int, str | None]:
        if isinstance(self.of_snapshot, StorageFault):
            raise self.of_snapshot
        return self.of_snapshot
