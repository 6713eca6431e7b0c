"""The structure: every list, and everything in it."""

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from bouwsteen.entrances.web.api import asked as form
from bouwsteen.entrances.web.api.answering import listed, shown

router = Router(tags=["structure"])


@router.get("/qualifications", summary="Qualifications")
def list_qualifications(request: HttpRequest, asked: Query[form.ListOfQualifications]) -> HttpResponse:
    return listed(request, "qualifications", asked)


@router.get("/qualifications/{code}", summary="One qualification, with all its parts")
def show_qualification(request: HttpRequest, asked: Query[form.OnDay], code: Path[form.Key]) -> HttpResponse:
    return shown(request, "qualifications", code, asked)


@router.get("/files", summary="Files")
def list_files(request: HttpRequest, asked: Query[form.ListOfFiles]) -> HttpResponse:
    return listed(request, "files", asked)


@router.get("/files/{code}", summary="One file, with its qualifications")
def show_file(request: HttpRequest, asked: Query[form.OnDay], code: Path[form.Key]) -> HttpResponse:
    return shown(request, "files", code, asked)


@router.get("/modules", summary="Optional modules")
def list_modules(request: HttpRequest, asked: Query[form.ListOfModules]) -> HttpResponse:
    return listed(request, "modules", asked)


@router.get("/modules/{code}", summary="One optional module, with its parts")
def show_module(request: HttpRequest, asked: Query[form.OnDay], code: Path[form.Key]) -> HttpResponse:
    return shown(request, "modules", code, asked)


@router.get("/certificates", summary="Certificates")
def list_certificates(request: HttpRequest, asked: Query[form.ListOfCertificates]) -> HttpResponse:
    return listed(request, "certificates", asked)


@router.get("/certificates/{code}", summary="One certificate, with what it proves")
def show_certificate(request: HttpRequest, asked: Query[form.OnDay], code: Path[form.Key]) -> HttpResponse:
    return shown(request, "certificates", code, asked)


@router.get("/domains", summary="Domains")
def list_domains(request: HttpRequest, asked: Query[form.ListOf]) -> HttpResponse:
    return listed(request, "domains", asked)


@router.get("/domains/{code}", summary="One domain, with its qualifications")
def show_domain(request: HttpRequest, asked: Query[form.OnDay], code: Path[form.Key]) -> HttpResponse:
    return shown(request, "domains", code, asked)


@router.get("/institutions", summary="Schools")
def list_institutions(request: HttpRequest, asked: Query[form.ListOf]) -> HttpResponse:
    return listed(request, "institutions", asked)


@router.get("/institutions/{code}", summary="One school")
def show_institution(request: HttpRequest, asked: Query[form.OnDay], code: Path[form.Key]) -> HttpResponse:
    return shown(request, "institutions", code, asked)


@router.get("/offers", summary="What schools were seen to offer")
def list_offers(request: HttpRequest, asked: Query[form.ListOfOffers]) -> HttpResponse:
    return listed(request, "offers", asked)


@router.get("/offers/{code}", summary="One offer")
def show_offer(request: HttpRequest, asked: Query[form.OnDay], code: Path[form.Key]) -> HttpResponse:
    return shown(request, "offers", code, asked)


@router.get("/sources", summary="Sources")
def list_sources(request: HttpRequest, asked: Query[form.ListOfSources]) -> HttpResponse:
    return listed(request, "sources", asked)


@router.get("/sources/{code}", summary="One source")
def show_source(request: HttpRequest, asked: Query[form.OnDay], code: Path[form.Key]) -> HttpResponse:
    return shown(request, "sources", code, asked)


@router.get("/parts", summary="Core tasks and work processes")
def list_parts(request: HttpRequest, asked: Query[form.ListOfParts]) -> HttpResponse:
    return listed(request, "parts", asked)


@router.get("/parts/{owner}/{version}/{code}", summary="One core task or work process")
def show_part(
    request: HttpRequest,
    asked: Query[form.OnDay],
    owner: Path[form.Key],
    version: Path[form.Key],
    code: Path[form.WorkCode],
) -> HttpResponse:
    return shown(request, "parts", f"{owner}/{version}/{code}", asked)
