"""Sources and certificates as JSON."""

from collections.abc import Iterable
from typing import Any

from bouwsteen.model.coverage import CertificateLink
from bouwsteen.model.records import Certificate
from bouwsteen.model.sources import Source


def source_form(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "kind": source.kind.value,
        "title": source.title,
        "publisher": source.publisher,
        "year": source.year,
        "address": source.address,
        "licence": source.licence,
    }


def link_forms(links: Iterable[CertificateLink] | None) -> list[dict[str, Any]] | None:
    """The certificates that are known; null where none is known, which is not the same as none."""
    if links is None:
        return None
    return [
        {"code": each.code, "name": each.name, "may_concern": each.may_concern, "because": each.because}
        for each in links
    ]


def certificate_form(certificate: Certificate) -> dict[str, Any]:
    return {
        "code": certificate.code,
        "name": certificate.name,
        "covers": certificate.covers,
        "part": str(certificate.part) if certificate.part else None,
        "module": certificate.module,
        "may_concern": [str(key) for key in certificate.may_concern],
        "because": certificate.because,
        "confidence": certificate.confidence.value,
    }
