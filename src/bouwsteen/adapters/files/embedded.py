"""The catalogue that the package ships: facts with their sources, ledger number 0."""

from importlib.resources import files

from bouwsteen.adapters.files.datapackage import read_files
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.records import Records


def embedded_records() -> Records:
    """The records of the shipped data package."""
    folder = files("bouwsteen") / "data" / "catalogue"
    return read_files(lambda name: (folder / name).read_bytes())


def embedded_catalogue() -> Catalogue:
    """The shipped catalogue, ledger number 0."""
    return Catalogue(0, embedded_records())
