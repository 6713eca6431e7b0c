"""Every page of the site and every state of it that somebody can meet: how to get there."""

from collections.abc import Callable

from tests.web.browser import Visit

State = Callable[[Visit], None]

CREBO = "25706"
PART = "25705/2021/P4-K2-W1"


def at(path: str) -> State:
    return lambda visit: visit.open(path)


def typed(visit: Visit) -> None:
    visit.open("/verder")
    visit.page.fill("#tekst", "contact met klanten\ninkopen doen")
    visit.page.click("button[name=zoek]")
    visit.page.wait_for_selector("#herken fieldset")


def programmes(visit: Visit) -> None:
    typed(visit)
    boxes = visit.page.locator("#herken input[name=deel]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    visit.page.click("button[name=toon]")
    visit.page.wait_for_selector("#opleidingen")


def one_programme(visit: Visit) -> None:
    programmes(visit)
    visit.page.locator(".b-card button").first.click()
    visit.page.wait_for_selector("select#eerst")


def nothing_typed(visit: Visit) -> None:
    visit.open("/verder")
    visit.page.click("button[name=zoek]")


def nothing_fits(visit: Visit) -> None:
    visit.open("/verder")
    visit.page.fill("#tekst", "zzzzqqqq")
    visit.page.click("button[name=zoek]")


READING: dict[str, str] = {
    "home": "/",
    "student": "/student",
    "education": "/onderwijs",
    "further": "/verder",
    "search": "/zoeken",
    "found": "/zoeken?q=verkoper",
    "not-found": "/zoeken?q=zzzzqqqq",
    "qualification": f"/kwalificatie/{CREBO}",
    "qualification-then": f"/kwalificatie/{CREBO}?op=2026-10-01",
    "file": "/dossier/R25705",
    "module": "/keuzedeel/K0059",
    "part": f"/onderdeel/{PART}",
    "about": "/over",
    "all-sources": "/over?alles=1",
    "accessibility": "/toegankelijkheid",
    "privacy": "/privacy",
    "no-page": "/nergens",
    "linked-answer": f"/verder?deel={PART}&niveau=3&eerst=shortest",
    "linked-one": f"/verder/25705?deel={PART}",
}
"""What an address is enough for."""

STATES: dict[str, State] = {
    **{name: at(path) for name, path in READING.items()},
    "typed": typed,
    "programmes": programmes,
    "one-programme": one_programme,
    "nothing-typed": nothing_typed,
    "nothing-fits": nothing_fits,
}
