"""Bouwsteen: the Dutch vocational qualification structure as one open system of reusable parts."""

__version__ = "0.1.0"
