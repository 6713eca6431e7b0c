"""The catalogue that the package ships: facts with their sources, ledger number 0."""

from importlib.resources import as_file, files

from bouwsteen.adapters.files.datapackage import read_package
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.records import Records


def embedded_records() -> Records:
    """The records of the shipped data package."""
    with as_file(files("bouwsteen") / "data" / "catalogue") as folder:
        return read_package(folder)


def embedded_catalogue() -> Catalogue:
    """The shipped catalogue, ledger number 0."""
    return Catalogue(0, embedded_records())
