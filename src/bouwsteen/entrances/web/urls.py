"""Every address of the site. Pages have Dutch addresses, the same in both languages."""

from typing import Any

from django.conf import settings
from django.urls import path, register_converter

from bouwsteen.entrances.web.api.document import openapi
from bouwsteen.entrances.web.api.v1 import api
from bouwsteen.entrances.web.ooapi import views as ooapi
from bouwsteen.entrances.web.pages import (
    about,
    comparing,
    developers,
    faults,
    files,
    further,
    health,
    home,
    insight,
    judging,
    linked,
    login,
    mine,
    offering,
    search,
    staff,
    structure,
    student,
    switching,
    well_known,
)


def trial_addresses() -> list[Any]:
    """The provider to try out with is not even imported where it may not be."""
    if not settings.TRIAL_LOGIN:
        return []
    from bouwsteen.entrances.web.trial.views import ADDRESSES

    return [path(f"ontwikkel-login{rest}", view, name=f"trial{name}") for rest, name, view in ADDRESSES]


class CodeConverter:
    """A code of the structure, or the first piece of a key."""

    regex = r"[A-Za-z0-9._~-]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CodeConverter, "code")

urlpatterns = [
    path("", home.home, name="home"),
    path("student", home.door, {"name": "student"}, name="student"),
    path("onderwijs", home.door, {"name": "education"}, name="education"),
    path("verder", further.further, name="further"),
    path("verder/voorstellen", further.suggest, name="further-suggest"),
    path("verder/antwoord.json", further.as_json, name="further-json"),
    path("verder/<code:crebo>", further.one, name="further-one"),
    path("keuzeruimte", student.room, {"name": "choice"}, name="choice"),
    path("diplomacheck", student.room, {"name": "diploma"}, name="diploma"),
    path("vrijstelling", student.room, {"name": "exemption"}, name="exemption"),
    path("route", student.room, {"name": "route"}, name="route"),
    path("overstappen", switching.switch, name="switch"),
    path("vergelijken", comparing.two, name="compare"),
    path("wijzigingen/<code:code>", comparing.changes, name="changes"),
    path("inzicht/families", insight.families, name="families"),
    path("inzicht/familie/<code:family>", insight.family, name="family"),
    path("inzicht/familie/<code:family>/beeld.svg", insight.family_picture, name="family-picture"),
    path("inzicht/breed", insight.broad, name="broad"),
    path("inzicht/breed.svg", insight.broad_picture, name="broad-picture"),
    path("inzicht/kaart", insight.shared, name="map"),
    path("inzicht/kaart.svg", insight.shared_picture, name="map-picture"),
    path("inzicht/dubbel", insight.overlap, name="overlap"),
    path("keuzeaanbod", offering.offering, name="offer"),
    path("inzicht/basis", insight.base, name="base"),
    path("inzicht/basis.svg", insight.base_picture, name="base-picture"),
    path("api", developers.api, name="api-page"),
    path("over", about.data, name="about"),
    path("toegankelijkheid", about.told, {"name": "accessibility"}, name="accessibility"),
    path("privacy", about.told, {"name": "privacy"}, name="privacy"),
    path("zoeken", search.search, name="search"),
    path("kwalificatie/<code:code>", structure.page, {"kind": "qualification"}, name="qualification"),
    path("dossier/<code:code>", structure.page, {"kind": "file"}, name="file"),
    path("keuzedeel/<code:code>", structure.page, {"kind": "module"}, name="module"),
    path("domein/<code:code>", structure.page, {"kind": "domain"}, name="domain"),
    path("certificaat/<code:code>", structure.page, {"kind": "certificate"}, name="certificate"),
    path("beroep", structure.occupation, name="occupation"),
    path("onderdeel/<code:owner>/<code:version>/<code:code>", structure.part, name="part"),
    *(
        path(
            f"gegevens/<code:kind>/<path:key>.{ending}",
            linked.file_of,
            {"ending": ending},
            name=f"linked-{ending}",
        )
        for ending in structure.LINKED
    ),
    path("def", linked.terms, name="terms"),
    path("id/<code:kind>/<path:key>", linked.thing, name="thing"),
    *(path(name, linked.dump, {"name": name}, name=name) for name in linked.DUMPS),
    path("sparql", linked.query, name="sparql"),
    path("api/v1/openapi.json", openapi, name="openapi"),
    path("api/v1/", api.urls),
    path("ooapi/v5/<path:path>", ooapi.answer, name="ooapi"),
    path("ooapi/v5/", ooapi.answer, name="ooapi-service"),
    path("ooapi/v5", ooapi.answer, name="ooapi-root"),
    path("inloggen", login.start, name="login"),
    path("inloggen/terug", login.back, name="login-back"),
    path("uitloggen", login.out, name="logout"),
    path("uitgelogd", login.logged_out, name="logged-out"),
    path("mijn", mine.mine, name="mine"),
    path("mijn/weg", mine.remove, name="mine-remove"),
    path("mijn/bewaren", files.keep, name="mine-keep"),
    path("mijn/code", files.redeem, name="mine-code"),
    path("mijn/bestand/<code:id>", files.one, name="mine-file"),
    *(
        path(
            f"mijn/bestand/<code:id>/bouwsteen.{ending}",
            files.taken_along,
            {"ending": ending},
            name=f"mine-file-{ending}",
        )
        for ending in ("toml", "json")
    ),
    path("mijn/bestand/<code:id>/delen", files.share, name="mine-file-share"),
    path("mijn/bestand/<code:id>/stop", files.stop, name="mine-file-stop"),
    path("mijn/bestand/<code:id>/weg", files.remove, name="mine-file-remove"),
    path("mijn/inlezen", staff.take_in, name="staff-import"),
    path("mijn/grootboek", staff.ledger, name="staff-ledger"),
    path("mijn/grootboek/<int:number>", staff.entry, name="staff-entry"),
    path("mijn/families", judging.families, name="staff-families"),
    path("mijn/rollen", staff.roles, name="staff-roles"),
    *trial_addresses(),
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
    path(".well-known/security.txt", well_known.security, name="security"),
    path("robots.txt", well_known.robots, name="robots"),
]

handler404 = faults.not_found
handler500 = faults.failed
handler400 = faults.refused
