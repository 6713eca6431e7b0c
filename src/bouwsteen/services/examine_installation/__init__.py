"""Whether an installation can do its work: settings, database, folders, clock. It only looks; nothing is changed.

What is found has a slug (`Found`), and each slug says how bad that is (`HEALTH`): what must be repaired before the
program can do its work is wrong; what works and may surprise somebody later asks for care.
"""

from bouwsteen.services.examine_installation.conditions import (
    DatabaseCondition,
    EncoderCondition,
    FolderCondition,
    Installation,
    Settings,
)
from bouwsteen.services.examine_installation.examining import examine_installation, private, refusals
from bouwsteen.services.examine_installation.findings import HEALTH, Finding, Found, Health

__all__ = [
    "HEALTH",
    "DatabaseCondition",
    "EncoderCondition",
    "Finding",
    "FolderCondition",
    "Found",
    "Health",
    "Installation",
    "Settings",
    "examine_installation",
    "private",
    "refusals",
]
