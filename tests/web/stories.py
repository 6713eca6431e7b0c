"""The people of the letter on the site, from the first page to their answer, whatever they have to steer with.

`docs/stories.md` tells what the shell answers them; here they get it by themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.house.checkout import ROOT
from tests.web.browser import Keyboard, Mouse, Visit

EXAMPLES = ROOT / "docs" / "examples"


@dataclass(frozen=True)
class Person:
    """Somebody at the site: what they see, and what they steer with."""

    visit: Visit
    hands: Mouse | Keyboard

    def count(self, selector: str) -> int:
        return int(self.visit.page.locator(selector).count())

    def value(self, selector: str) -> str:
        return str(self.visit.page.locator(selector).first.input_value())

    def text(self, selector: str = "main") -> str:
        return str(self.visit.page.locator(selector).first.inner_text())

    def here(self) -> str:
        return str(self.visit.page.url)

    def through_door(self, door: str, room: str) -> None:
        """From the first page through a door into a room."""
        self.visit.open("/")
        self.hands.press(f".b-door a[href$='{door}']")
        self.hands.press(f".b-door a[href$='{room}']")

    def asks_for_modules(self, crebo: str, purpose: str, **said: str) -> None:
        """From the first page to a suggestion of modules that serve a purpose."""
        self.through_door("/student", "/keuzeruimte")
        self.fill(crebo=crebo)
        self.hands.choose("#doel", purpose)
        self.fill(**said)
        self.hands.press("button[value=suggest]")

    def fill(self, **fields: str) -> None:
        """Fields of a form in the order in which they stand."""
        for name, value in fields.items():
            self.hands.write(f"#{name}", value)


def sandra(me: Person) -> None:
    """She does purchasing and talks to customers; she sees programmes, opens one, and reads what is left."""
    me.visit.open("/")
    me.hands.press(".b-door a[href$='/verder']")
    me.fill(tekst="inkoop- en voorraadbeleid voeren\ncontact met klanten")
    me.hands.press("button[name=zoek]")
    me.hands.tick("#herken input[name=deel]")
    me.hands.press("button[name=toon]")
    assert me.count(".b-card") > 3
    assert me.count(".b-tag--have") >= 1
    me.hands.press(".b-card button")
    assert me.count(".b-have") >= 1
    me.hands.choose("#eerst", "shortest")
    me.hands.press("form.b-panel button")
    assert me.value("#eerst") == "shortest"


def jim(me: Person) -> None:
    """He wants to become a teacher: first a suggestion, then whether it may."""
    me.through_door("/student", "/keuzeruimte")
    me.fill(crebo="25698", begin="2023-08-01")
    me.hands.choose("#doel", "progression")
    me.fill(doeltekst="pabo")
    me.hands.press("button[value=suggest]")
    assert "K0794" in me.text("main section")
    assert me.value("#begin") == "2023-08-01"
    me.fill(keuzedelen="K0794")
    me.hands.press("button[value=check]")
    assert me.count("a[href$='/keuzedeel/K0794']") >= 1
    assert "uur" in me.text(".b-hours__legend") or "hours" in me.text(".b-hours__legend")
    me.hands.unfold("main section summary")
    assert me.count("main section details[open]") >= 1


def elin(me: Person) -> None:
    """She doubts between three programmes, and asks what keeps all of them within reach."""
    me.asks_for_modules("25698", "orientation", doelen="25698 25696 25958")
    assert "B1-K2" in me.text("main section")


def mila(me: Person) -> None:
    """She works with a company for healthy food."""
    me.asks_for_modules("25698", "company", doeltekst="gezonde voeding, catering op scholen")
    assert "K0219" in me.text("main section")


def bob(me: Person) -> None:
    """He works on self-driving cars; nothing that is known names them, and he is told so."""
    me.asks_for_modules("25669", "specialise", doeltekst="zelfrijdende auto's")
    assert "25670" in me.text("main section")
    assert me.value("#doeltekst") == "zelfrijdende auto's"


def the_switch(me: Person) -> None:
    """From onderwijsassistent to pedagogisch medewerker: of everything, then of what she has passed."""
    me.through_door("/student", "/overstappen")
    me.fill(van="25698", naar="25696")
    me.hands.press("main form.b-stack button[type=submit]")
    assert me.here().endswith("/overstappen?van=25698&naar=25696")
    for name, value in {"B1-K1": "7", "B1-K2": "6,5", "P3-K1": "4,8"}.items():
        me.hands.write(f"[name='uitslag:{name}']", value)
    me.hands.press("main form.b-stack button[type=submit]")
    assert me.here().endswith("/overstappen")
    assert "2.020" in me.text("main table").replace(",", ".")
    assert me.value("[name='uitslag:P3-K1']").replace(",", ".") == "4.8"


def the_switch_with_a_file(me: Person) -> None:
    me.through_door("/student", "/overstappen")
    me.hands.unfold("main summary")
    me.hands.hand_in("#bestand", EXAMPLES / "switcher.toml")
    me.hands.press("main form.b-stack button[type=submit]")
    assert "1.340" in me.text("main table").replace(",", ".")


def an_adult_with_certificates(me: Person) -> None:
    """She works in care; her papers go in as a file, and she gets a route and what the board decides."""
    me.through_door("/student", "/route")
    me.hands.unfold("main form.b-stack summary")
    me.hands.hand_in("#bestand", EXAMPLES / "adult.toml")
    me.hands.press("button[value=plan]")
    assert me.count("main section h2") >= 1
    assert me.count("main section .b-bar") >= 2
    me.hands.choose("#wens", "certificate")
    me.hands.press("button[value=plan]")
    assert me.value("#wens") == "certificate"


def an_adult_asks_for_exemption(me: Person) -> None:
    """By hand: a diploma, and what it exempts from."""
    me.through_door("/student", "/vrijstelling")
    me.fill(crebo="25656")
    me.hands.choose("#soort-1", "diploma")
    me.hands.write("#van-1", "25655")
    me.hands.press("button[value=check]")
    assert me.count("main section .b-list") >= 1


def a_student_asks_for_the_diploma(me: Person) -> None:
    """She fills in what she has; the law answers with its proof, which can be unfolded."""
    me.through_door("/student", "/diplomacheck")
    me.fill(crebo="25485", begin="2021-08-01")
    me.hands.press("button[value=check]")
    fields = "input[name^='uitslag:B'], input[name^='uitslag:P']"
    names = me.visit.page.eval_on_selector_all(fields, "all => all.map(e => e.name)")
    assert names
    for name in names:
        me.hands.write(f"[name='{name}']", "7")
    me.hands.press("button[value=check]")
    me.hands.unfold("main section summary")
    assert me.count("details[open] .b-mark") > 5
    assert me.value(f"[name='{names[0]}']") == "7"


def somebody_with_a_code(me: Person) -> None:
    """They have a letter with a crebo on it; they find the programme, and a part of it."""
    me.visit.open("/")
    me.hands.write("main #q", "25706")
    me.hands.press("main form button")
    me.visit.page.wait_for_url("**/kwalificatie/25706")
    me.hands.press("main .b-list a")
    assert "/onderdeel/" in me.here()


def a_developer_looks_for_what_recurs(me: Person) -> None:
    me.through_door("/onderwijs", "/inzicht/families")
    me.hands.press("main table a")
    assert "/inzicht/familie/" in me.here()
    assert me.visit.page.locator("figure img").get_attribute("alt")
    me.through_door("/onderwijs", "/inzicht/basis")
    me.fill(crebo="25655 25656")
    me.hands.press("main form .b-panel button")
    assert me.count("figure img") == 1


def a_developer_compares_programmes_by_name(me: Person) -> None:
    """Two programmes bear the name: the page asks which, what is offered now first, and answers when it knows."""
    me.through_door("/onderwijs", "/vergelijken")
    me.fill(van="onderwijsassistent", naar="25696")
    me.hands.press("main form div.b-panel button")
    assert me.count("main input[type=radio]") == 2
    me.hands.tick("main input[type=radio]")
    me.hands.press("main fieldset button")
    assert me.value("#van") == "25698"
    assert me.count("main section h2") == 1


def a_school_offers_a_choice(me: Person) -> None:
    """Whether what it offers is a real choice: two options differ for certain, of a third it is unknown."""
    me.through_door("/onderwijs", "/keuzeaanbod")
    me.fill(crebo="25698", opties="K0794\nK0231 + K0219\nK0974")
    me.hands.press("form.b-stack button")
    answer = me.text("main section")
    assert all(code in answer for code in ("K0794", "K0231", "K0219", "K0974"))
    assert me.count("main section .b-mark, main section li") > 3
    assert "K0231 + K0219" in me.value("#opties")


STORIES: tuple[Callable[[Person], None], ...] = (
    *(sandra, jim, elin, mila, bob, the_switch, the_switch_with_a_file),
    *(an_adult_with_certificates, an_adult_asks_for_exemption, a_student_asks_for_the_diploma),
    *(somebody_with_a_code, a_developer_looks_for_what_recurs, a_school_offers_a_choice),
    a_developer_compares_programmes_by_name,
)
