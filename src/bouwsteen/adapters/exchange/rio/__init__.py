"""Reads saved answers of RIO's open-data API. What to save and how it maps: docs/rio.md."""

from bouwsteen.adapters.exchange.rio.pages import LARGEST_FILE
from bouwsteen.adapters.exchange.rio.reader import RioReader

__all__ = ["LARGEST_FILE", "RioReader"]
