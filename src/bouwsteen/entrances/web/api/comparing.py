"""Two programmes, two versions of one thing, or the structure on two days."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from bouwsteen.entrances.forms.compare import days_form, programmes_form, versions_form
from bouwsteen.entrances.web.api import asked as form
from bouwsteen.entrances.web.api.answering import fresh, refusing
from bouwsteen.entrances.web.api.problems import Wrong, problem, words_of
from bouwsteen.entrances.web.site import LastingContents, published
from bouwsteen.services.compare_days import compare_days as days
from bouwsteen.services.compare_versions import compare_versions as versions
from bouwsteen.services.show_switch import show_switch

router = Router(tags=["comparisons"])


@router.get("/comparisons/programmes", summary="What two programmes share, and what only one has")
@refusing
def compare_programmes(request: HttpRequest, asked: Query[form.ComparedProgrammes]) -> HttpResponse:
    ready = published().on(asked.onDate)
    contents = LastingContents(ready.structure.number)
    there = show_switch(asked.first, asked.second, ready, contents)
    back = show_switch(asked.second, asked.first, ready, contents)
    return fresh(programmes_form(there, back))


@router.get("/comparisons/versions", summary="What changed from one version to another")
@refusing
def compare_versions(request: HttpRequest, asked: Query[form.ComparedVersions]) -> HttpResponse:
    catalogue = published().today().structure.catalogue
    contents = LastingContents(catalogue.number)
    return fresh(versions_form(versions(asked.code, asked.before, asked.after, catalogue, contents)))


@router.get("/comparisons/days", summary="What changed in the structure from one day to another")
@refusing
def compare_days(request: HttpRequest, asked: Query[form.ComparedDays]) -> HttpResponse:
    catalogue = published().today().structure.catalogue
    after = asked.after or published().day()
    if asked.before > after:
        detail = words_of(request)("api.wrong.turned", before=asked.before, after=after)
        wrong = Wrong(place="query", name="before", slug="turned", detail=detail)
        return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, errors=[wrong])
    return fresh(
        days_form(days(catalogue.on(asked.before), catalogue.on(after), code=asked.code, ended=False))
    )
