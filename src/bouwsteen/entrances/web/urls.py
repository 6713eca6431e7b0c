"""Every address of the site. Pages have Dutch addresses, the same in both languages."""

from django.urls import path, register_converter

from bouwsteen.entrances.web.api.document import openapi
from bouwsteen.entrances.web.api.v1 import api
from bouwsteen.entrances.web.ooapi import views as ooapi
from bouwsteen.entrances.web.pages import faults, further, health, home, linked, search, structure


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
    path("verder", further.further, name="further"),
    path("verder/<code:crebo>", further.one, name="further-one"),
    path("zoeken", search.search, name="search"),
    path("kwalificatie/<code:code>", structure.page, {"kind": "qualification"}, name="qualification"),
    path("dossier/<code:code>", structure.page, {"kind": "file"}, name="file"),
    path("keuzedeel/<code:code>", structure.page, {"kind": "module"}, name="module"),
    path("domein/<code:code>", structure.page, {"kind": "domain"}, name="domain"),
    path("certificaat/<code:code>", structure.page, {"kind": "certificate"}, name="certificate"),
    path("onderdeel/<code:owner>/<code:version>/<code:code>", structure.part, name="part"),
    path("id/<code:kind>/<path:key>", linked.thing, name="thing"),
    *(path(name, linked.dump, {"name": name}, name=name) for name in linked.DUMPS),
    path("sparql", linked.query, name="sparql"),
    path("api/v1/openapi.json", openapi, name="openapi"),
    path("api/v1/", api.urls),
    path("ooapi/v5/<path:path>", ooapi.answer, name="ooapi"),
    path("ooapi/v5/", ooapi.answer, name="ooapi-service"),
    path("ooapi/v5", ooapi.answer, name="ooapi-root"),
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
]

handler404 = faults.not_found
handler500 = faults.failed
handler400 = faults.refused
