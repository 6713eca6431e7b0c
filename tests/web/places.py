"""Every page of the site and every state of it that somebody can meet: how to get there."""

import re
from collections.abc import Callable

from tests.house.checkout import ROOT
from tests.web.browser import Visit
from tests.web.registers import mistaken, package

State = Callable[[Visit], None]

CREBO = "25706"
KEPT = re.compile("bewaard op|kept on")
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
    visit.page.wait_for_url("**/uitgelogd")


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


def family_judged(visit: Visit, doe: str = "confirmed") -> None:
    logged_in("school-developer", f"/mijn/families?familie={FAMILY}")(visit)
    visit.page.click(f"button[value={doe}]")
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


def with_file(path: str, button: str, content: str, name: str = "ik.toml") -> State:
    """A room of the student, with a file."""

    def act(visit: Visit) -> None:
        visit.open(path)
        visit.page.locator("details:has(#bestand) > summary").click()
        file = {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
        visit.page.set_input_files("#bestand", file)
        visit.page.locator(f"form:has(#bestand) button{button}").click()
        visit.page.wait_for_load_state()

    return act


def all_programmes(visit: Visit) -> None:
    """The longest answer: every programme, and the filters open."""
    typed(visit)
    visit.page.click("button[name=toon]")
    visit.page.wait_for_selector("#opleidingen")
    visit.page.click("button[name=alles]")
    visit.page.wait_for_load_state()


def which_job(visit: Visit) -> None:
    visit.open("/verder")
    visit.page.fill("#beroep", "verkoper")
    visit.page.click("button[name=zoek]")


def job_chosen(visit: Visit) -> None:
    """One of several that a title may mean."""
    visit.open("/verder")
    visit.page.fill("#beroep", "thuiszorg")
    visit.page.click("button[name=zoek]")
    visit.page.locator("#herken input[name=beroep]").first.check(force=True)
    visit.page.locator("#herken fieldset button").first.click()
    visit.page.wait_for_selector("#herken input[name=deel]")


def no_such_job(visit: Visit) -> None:
    visit.open("/verder")
    visit.page.fill("#beroep", "zzzzqqqq")
    visit.page.click("button[name=zoek]")


def too_late(visit: Visit) -> None:
    """A form that was open for too long."""
    visit.open("/diplomacheck")
    visit.page.context.clear_cookies()
    visit.page.click("button[name=doe]")
    visit.page.wait_for_load_state()


def switched_by_hand(visit: Visit) -> None:
    visit.open("/overstappen?van=25698&naar=25696")
    visit.page.fill("[name='uitslag:B1-K1']", "7")
    visit.page.locator("main form.b-stack button[type=submit]").click()
    visit.page.wait_for_load_state()


EXAMPLES = ROOT / "docs" / "examples"
SWITCHER, ADULT = ((EXAMPLES / f"{each}.toml").read_text("utf-8") for each in ("switcher", "adult"))
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
    "module-of-hours": "/keuzedeel/K0794",
    "domain": "/domein/79080",
    "certificate": "/certificaat/BC-004",
    "occupation": "/beroep?iri=urn%3Abouwsteen%3Aoccupation%3Awinkelmedewerker",
    "occupation-unknown": "/beroep?iri=http%3A%2F%2Fe%2Fnergens",
    "occupation-found": "/zoeken?q=caissiere",
    "part": f"/onderdeel/{PART}",
    "core-task": "/onderdeel/25705/2021/P4-K2",
    "unknown-code": "/kwalificatie/99999",
    "before-all": "/kwalificatie/25706?op=1999-01-01",
    "many-found": "/zoeken?q=medewerker",
    "choice": "/keuzeruimte",
    "diploma": "/diplomacheck",
    "exemption": "/vrijstelling",
    "route": "/route",
    "switch": "/overstappen",
    "switched": "/overstappen?van=25655&naar=25656",
    "switch-which": "/overstappen?van=verkoper&naar=25656",
    "half-switched": "/overstappen?van=25655",
    "switch-unknown": "/overstappen?van=25655&naar=99999",
    "compare": "/vergelijken",
    "compare-which": "/vergelijken?van=verkoper&naar=zzzzqqqq",
    "compared": "/vergelijken?van=25655&naar=25656",
    "changes-of-long": "/wijzigingen/25698?sinds=2016-09-01",
    "changes": f"/wijzigingen/{CREBO}?sinds=2026-01-01",
    "versions-compared": "/wijzigingen/25119?van=2015&naar=2025",
    "families": "/inzicht/families",
    "families-of": f"/inzicht/families?van={CREBO}",
    "families-of-which": "/inzicht/families?van=verkoper",
    "families-of-none": "/inzicht/families?van=K0059",
    "no-family": "/inzicht/familie/f-nergens",
    "family": f"/inzicht/familie/{FAMILY}",
    "broad": "/inzicht/breed",
    "all-families": "/inzicht/families?van=25698&alles=1",
    "families-by-words": "/inzicht/families?woorden=voortgang+bewaken",
    "families-by-no-words": "/inzicht/families?woorden=xqzwv",
    "map": "/inzicht/kaart",
    "map-of-sector": "/inzicht/kaart?sector=79010",
    "map-of-no-sector": "/inzicht/kaart?sector=unknown",
    "map-of-chosen": "/inzicht/kaart?crebo=25959+25960+25961",
    "map-of-unknown": "/inzicht/kaart?sector=99999",
    "overlap": "/inzicht/dubbel",
    "overlap-further": "/inzicht/dubbel?bladzijde=2",
    "overlap-of": "/inzicht/dubbel?van=25697",
    "overlap-of-which": "/inzicht/dubbel?van=medewerker",
    "overlap-of-unknown": "/inzicht/dubbel?van=99999",
    "offer": "/keuzeaanbod",
    "offer-checked": "/keuzeaanbod?crebo=25698&opties=K0794%0AK0231+K0219%0AK0974&begin=2025-08-01",
    "offer-mistaken": "/keuzeaanbod?crebo=256&opties=794&begin=morgen",
    "offer-which": "/keuzeaanbod?crebo=onderwijsassistent&opties=pabo%0AK0231+%2B+K0219%0Azzzzqqqq",
    "offer-unknown": "/keuzeaanbod?crebo=99999&opties=K0794",
    "base": "/inzicht/basis",
    "base-which": "/inzicht/basis?crebo=kok%2C+verkoper%2C+25656",
    "based": "/inzicht/basis?crebo=25655+25656",
    "based-on-nothing": "/inzicht/basis?crebo=25655+25808",
    "based-on-many": "/inzicht/basis?crebo=25959+25960+25961+25698+25696+25958",
    "based-on-unknown": "/inzicht/basis?crebo=25655+99999",
    "about": "/over",
    "api": "/api",
    "terms": "/def",
    "all-sources": "/over?alles=1",
    "accessibility": "/toegankelijkheid",
    "privacy": "/privacy",
    "log-in": "/mijn",
    "logged-out-everywhere": "/uitgelogd",
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
    "chosen-forbidden": answered("/keuzeruimte", **ME, keuzedelen="K0794 K0802"),
    "suggested": answered("/keuzeruimte", "suggest", **ME, doel="progression"),
    "choice-which": answered("/keuzeruimte", crebo="onderwijsassistent", keuzedelen="pabo, K0059, zzzzqqqq"),
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
    "staff-entry": logged_in("administrator", "/mijn/grootboek/0"),
    "no-staff-entry": logged_in("administrator", "/mijn/grootboek/9999"),
    "staff-roles": logged_in("administrator", "/mijn/rollen"),
    "staff-families": logged_in("sbb", "/mijn/families"),
    "family-to-judge": logged_in("sbb", f"/mijn/families?familie={FAMILY}"),
    "no-family-to-judge": logged_in("sbb", "/mijn/families?familie=f-nergens"),
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
    "import-mistaken": handed_in(mistaken(), "register.zip"),
    "import-refused": handed_in(b"no zip", "fout.zip"),
    "routed": answered("/route", "plan", **ME, doelen="25698"),
    "route-of-no-hours": answered("/route", "plan", **ME, doelen="25698", uren="5"),
    "compared-with-module": at("/vergelijken?van=25706&naar=K0794"),
    "sector-unknown": at(f"/verder?deel={PART}&sector=79999"),
    "all-programmes": all_programmes,
    "which-job": which_job,
    "job-chosen": job_chosen,
    "no-such-job": no_such_job,
    "too-late": too_late,
    "switched-by-hand": switched_by_hand,
    "switched-by-file": with_file("/overstappen", "[type=submit]", SWITCHER),
    "switch-of-no-file": with_file("/overstappen", "[type=submit]", "naam = 'Jan'"),
    "suggested-between": answered(
        "/keuzeruimte", "suggest", crebo="25698", doel="orientation", doelen="25698 25696 25958"
    ),
    "suggested-nothing": answered(
        "/keuzeruimte", "suggest", crebo="25669", doel="specialise", doeltekst="zelfrijdende auto's"
    ),
    "suggested-without-text": answered("/keuzeruimte", "suggest", crebo="25669", doel="company"),
    "diploma-by-file": with_file("/diplomacheck", "[value=check]", SWITCHER),
    "diploma-of-wrong-file": with_file("/diplomacheck", "[value=check]", "[[results]]\npart = 7\nmark = 'x'"),
    "diploma-of-large-file": with_file("/diplomacheck", "[value=check]", "#" * 600_000),
    "switch-of-large-file": with_file("/overstappen", "[type=submit]", "#" * 600_000),
    "routed-by-file": with_file("/route", "[value=plan]", ADULT),
    "route-without-goal": answered("/route", "plan"),
    "exempted-by-file": with_file("/vrijstelling", "[value=prove]", ADULT),
    "exemption-of-nothing": answered("/vrijstelling"),
    "imported": handed_in(package("Ingelezen")),
    "family-judged": family_judged,
    "family-taken-back": lambda visit: family_judged(visit, "withdrawn"),
    "staff-families-judged": logged_in("sbb", "/mijn/families"),
    "import-known": handed_in(package("Ingelezen")),
    "staff-ledger-two": logged_in("administrator", "/mijn/grootboek"),
    "staff-entry-import": logged_in("administrator", "/mijn/grootboek/1"),
    "staff-entry-two": logged_in("administrator", "/mijn/grootboek/2"),
}
"""The last ones change the structure: whoever visits these has a site of their own."""
