"""Every page of the site and every state of it that somebody can meet: how to get there."""

from collections.abc import Callable

from tests.web.browser import Visit

State = Callable[[Visit], None]

CREBO = "25706"
FAMILY = "f-2bxpskqpme"
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


def answered(path: str, button: str = "check", **fields: str) -> State:
    """A room of the student, filled in and answered."""

    def act(visit: Visit) -> None:
        visit.open(path)
        for name, value in fields.items():
            found = visit.page.locator(f"[name='{name}']").first
            if found.evaluate("each => each.tagName") == "SELECT":
                found.select_option(value)
            else:
                found.fill(value)
        visit.page.click(f"button[name=doe][value={button}]")
        visit.page.wait_for_load_state()

    return act


def logged_in(role: str, path: str = "/mijn") -> State:
    """With the provider to try out with."""

    def act(visit: Visit) -> None:
        visit.open("/inloggen")
        if visit.page.locator("input[name=wie]").count():
            visit.page.check(f"input[name=wie][value={role}]", force=True)
            visit.page.locator("main button").click()
        visit.open(path)

    return act


def asked_to_keep(visit: Visit) -> None:
    logged_in("adviser", "/diplomacheck")(visit)
    visit.page.fill("#crebo", "25698")
    visit.page.locator("button[formaction$='/mijn/bewaren']").click()
    visit.page.wait_for_selector("input[name=akkoord]")


def kept_file(visit: Visit) -> None:
    """Kept, and shared: with the code, shown once."""
    asked_to_keep(visit)
    visit.page.check("input[name=akkoord]", force=True)
    visit.page.locator("main button").click()
    visit.page.locator("main a[href*='/mijn/bestand/']").first.click()
    visit.page.locator("form[action$='/delen'] button").click()
    visit.page.wait_for_selector("[role=status]")


def logged_out(visit: Visit) -> None:
    logged_in("student")(visit)
    visit.page.locator("form[action$='/uitloggen'] button").click()


ME = {"crebo": "25698", "begin": "2025-08-01", "leerweg": "bol", "jaren": "3"}

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
    "choice": "/keuzeruimte",
    "diploma": "/diplomacheck",
    "exemption": "/vrijstelling",
    "route": "/route",
    "switch": "/overstappen",
    "switched": "/overstappen?van=25655&naar=25656",
    "half-switched": "/overstappen?van=25655",
    "compared": "/vergelijken?van=25655&naar=25656",
    "changes": f"/wijzigingen/{CREBO}?sinds=2026-01-01",
    "versions-compared": "/wijzigingen/25119?van=2015&naar=2025",
    "families": "/inzicht/families",
    "families-of": f"/inzicht/families?van={CREBO}",
    "family": f"/inzicht/familie/{FAMILY}",
    "broad": "/inzicht/breed",
    "map": "/inzicht/kaart",
    "base": "/inzicht/basis",
    "based": "/inzicht/basis?crebo=25655+25656",
    "about": "/over",
    "all-sources": "/over?alles=1",
    "accessibility": "/toegankelijkheid",
    "privacy": "/privacy",
    "log-in": "/mijn",
    "try-out": "/inloggen",
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
    "chosen": answered("/keuzeruimte", **ME, keuzedelen="K0794 K0059"),
    "suggested": answered("/keuzeruimte", "suggest", **ME, doel="progression"),
    "no-programme": answered("/keuzeruimte"),
    "diploma-checked": answered(
        "/diplomacheck", **ME, **{"uitslag:nederlands": "6,5", "niveau:nederlands": "3F"}
    ),
    "wrong-crebo": answered("/diplomacheck", crebo="12"),
    "exempted": answered("/vrijstelling", **ME, **{"bewijs-van": "K0059"}),
    "exempted-proof": answered("/vrijstelling", "prove", **ME, **{"bewijs-van": "K0059"}),
    "mine": logged_in("adviser"),
    "staff-import": logged_in("administrator", "/mijn/inlezen"),
    "staff-ledger": logged_in("administrator", "/mijn/grootboek"),
    "staff-roles": logged_in("administrator", "/mijn/rollen"),
    "keep-asked": asked_to_keep,
    "kept-file": kept_file,
    "logged-out": logged_out,
    "routed": answered("/route", "plan", **ME, doelen="25698"),
}
