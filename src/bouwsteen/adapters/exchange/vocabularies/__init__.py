"""Reads vocabularies of occupations and skills: ESCO of the European Commission, CompetentNL of UWV, SBB and others."""

from bouwsteen.adapters.exchange.vocabularies.competentnl import CompetentNlReader
from bouwsteen.adapters.exchange.vocabularies.esco import EscoReader

__all__ = ["CompetentNlReader", "EscoReader"]
