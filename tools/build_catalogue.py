"""Rebuilds the shipped catalogue from the material: `make catalogue`.

The material is found by BOUWSTEEN_MATERIAL (default: `../shared` beside the checkout). Without it nothing is done.
"""

import sys
from pathlib import Path

from bouwsteen.adapters.files.datapackage import write_package
from tools.catalogue.build import built_records
from tools.catalogue.material import material

PACKAGE = Path(__file__).parents[1] / "src" / "bouwsteen" / "data" / "catalogue"


def main() -> int:
    found = material()
    if found is None:
        print("no material: set BOUWSTEEN_MATERIAL to its folder", file=sys.stderr)
        return 3
    records = built_records(found / "data")
    write_package(records, PACKAGE)
    for name, rows in records.tables().items():
        print(f"{name:16} {len(rows):6}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
