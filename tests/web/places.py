"""Every page of the site and every state of it that somebody can meet: how to get there."""

import re
from collections.abc import Callable

from tests.web.browser import Visit
from tests.web.registers import package

State = Callable[[Visit], None]

CREBO = "25706"
KEPT = re.compile("Bewaard op|Kept on")
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
        visit.open("/inloggen?naar=/mijn")
        if visit.page.locator("input[name=wie]").count():
            visit.page.check(f"input[name=wie][value={role}]", force=True)
            visit.page.locator("main button").click()
        visit.open(path)

    return act


def asked_to_keep(visit: Visit, role: str = "adviser") -> None:
    logged_in(role, "/diplomacheck")(visit)
    visit.page.fill("#crebo", "25698")
    visit.page.locator("button[formaction$='/mijn/bewaren']").click()
    visit.page.wait_for_selector("input[name=akkoord]")


def kept_file(visit: Visit, role: str = "adviser") -> str:
    """Kept, and shared: with the code, shown once."""
    asked_to_keep(visit, role)
    visit.page.check("input[name=akkoord]", force=True)
    visit.page.locator("main button").click()
    visit.page.locator("main a", has_text=KEPT).last.click()
    visit.page.locator("form[action$='/delen'] button").click()
    return str(visit.page.locator("[role=status] .b-strong").inner_text())


def redeemed(visit: Visit, code: str) -> None:
    logged_in("adviser")(visit)
    visit.page.fill("#code", code)
    visit.page.locator("form[action$='/mijn/code'] button").click()


def shared_file(visit: Visit) -> None:
    """Of a student, read by an adviser."""
    redeemed(visit, kept_file(visit, "student"))
    visit.page.wait_for_url("**/mijn/bestand/**")


def shared_with_me(visit: Visit) -> None:
    shared_file(visit)
    visit.open("/mijn")


def logged_out(visit: Visit) -> None:
    logged_in("student")(visit)
    visit.page.locator("form[action$='/uitloggen'] button").click()


def removed(visit: Visit, *, sure: bool = True) -> None:
    logged_in("ministry")(visit)
    if sure:
        visit.page.check("input[name=zeker]", force=True)
    else:
        visit.page.locator("form[action$='/mijn/weg']").evaluate("each => each.noValidate = true")
    visit.page.locator("form[action$='/mijn/weg'] button").click()


def role_given(visit: Visit, number: str = "") -> None:
    """To somebody, or to nobody that is known."""
    logged_in("student")(visit)
    known = visit.page.locator(".b-facts strong").inner_text()
    logged_in("administrator", "/mijn/rollen")(visit)
    visit.page.fill("#nummer", number or known)
    visit.page.select_option("#rol", "inspectorate")
    visit.page.click("button[value=grant]" if number else "button[value=end]")
    visit.page.wait_for_selector("[role=status]")


def handed_in(content: bytes, name: str = "register.zip") -> State:
    def act(visit: Visit) -> None:
        logged_in("duo", "/mijn/inlezen")(visit)
        visit.page.select_option("#soort", "datapackage")
        file = {"name": name, "mimeType": "application/zip", "buffer": content}
        visit.page.set_input_files("#bestand", file)
        visit.page.click("main form.b-panel button")
        visit.page.wait_for_selector("[role=status], [role=alert]")

    return act


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
    "api": "/api",
    "all-sources": "/over?alles=1",
    "accessibility": "/toegankelijkheid",
    "privacy": "/privacy",
    "log-in": "/mijn",
    "try-out": "/inloggen",
    "login-failed": "/inloggen/terug?error=access_denied",
    "asked-to-log-in": "/mijn/grootboek",
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
    "mine": logged_in("student"),
    "not-your-role": logged_in("student", "/mijn/grootboek"),
    "staff-import": logged_in("administrator", "/mijn/inlezen"),
    "staff-ledger": logged_in("administrator", "/mijn/grootboek"),
    "staff-roles": logged_in("administrator", "/mijn/rollen"),
    "keep-asked": asked_to_keep,
    "kept-file": kept_file,
    "shared-file": shared_file,
    "mine-shared": shared_with_me,
    "code-unknown": lambda visit: redeemed(visit, "ABCD"),
    "logged-out": logged_out,
    "account-removed": removed,
    "account-not-removed": lambda visit: removed(visit, sure=False),
    "role-ended": role_given,
    "role-for-nobody": lambda visit: role_given(visit, "0000-0000"),
    "import-refused": handed_in(b"no zip", "fout.zip"),
    "routed": answered("/route", "plan", **ME, doelen="25698"),
    "imported": handed_in(package("Ingelezen")),
    "import-known": handed_in(package("Ingelezen")),
    "staff-ledger-two": logged_in("administrator", "/mijn/grootboek"),
}
"""The last ones change the structure: whoever visits these has a site of their own."""
