"""People and programs that ask a site of national size: the common mix, and each kind that loads something more."""

import itertools
import json
import re
import threading
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from tests.bench.national import THINGS, VERBS, VERSION
from tests.web.served import Answered, Site

RARE = 100
"""Of so many visits one is of a kind that is seldom asked for."""
PERSON = {"crebo": "25698", "begin": "2025-08-01", "leerweg": "bol", "jaren": "3"}
ROOMS: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("/diplomacheck", "check", {}),
    ("/keuzeruimte", "check", {"keuzedelen": "K0059"}),
    ("/keuzeruimte", "suggest", {"doel": "orientation"}),
    ("/keuzeruimte", "suggest", {"doel": "personal", "doeltekst": "voorraad beheren"}),
    ("/vrijstelling", "check", {"soort-1": "diploma", "van-1": "25696"}),
    ("/route", "plan", {"doelen": "q1-0 q2-1"}),
)
"""Where somebody fills in a form: with the law, the solver, and the modules."""
PAGES = (
    *(
        "/overstappen?van=q1-0&naar=q2-1",
        "/vergelijken?van=q1-0&naar=q2-1",
        "/keuzeaanbod",
        "/zoeken?q=caissiere",
    ),
    *("/inzicht/families", "/inzicht/breed", "/inzicht/breed.svg", "/inzicht/kaart", "/inzicht/kaart.svg"),
    *("/inzicht/dubbel", "/inzicht/basis?crebo=q1-0&crebo=q1-1", "/kwalificatie/25706?op=2026-10-01"),
    *("/api/v1/overlaps", "/api/v1/broad-bases?level=3", "/api/v1/recognition/q1-0", "/api/v1/openapi.json"),
    *(
        "/ooapi/v5/programs",
        "/ooapi/v5/organizations",
        "/id/domain/79080",
        "/data.ttl",
        "/api",
        "/over",
        "/privacy",
    ),
    "/sparql?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D",
)
"""What recurs, what is exchanged, what is linked, another day."""


class Visitors:
    """Ask pages, catalogue and answers in turn, and count what does not come back well."""

    def __init__(self, site: Site) -> None:
        self._site = site
        page = site.get("/verder")
        self._cookie = page.headers["set-cookie"].partition(";")[0]
        self._token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
        self._counting = threading.Lock()
        self._numbers = itertools.count()
        self.done, self.failed = 0, []
        self.rare: tuple[tuple[str, Callable[[], Answered]], ...] = (
            *((f"{path} {fields}", self._room(path, doe, fields)) for path, doe, fields in ROOMS),
            *((path, self._page(path)) for path in PAGES),
            ("match", lambda: self.program("match", text="haren knippen")),
            (
                "possibilities",
                lambda: self.program("possibilities", activities=["inkopen"], jobs=["verkoper"]),
            ),
        )
        """Each kind of visit that loads or makes what others do not need, by its name."""

    def ask(self) -> None:
        with self._counting:
            number = next(self._numbers)
        status = self._asked(number)
        with self._counting:
            self.done += 1
            if status != 200:
                self.failed.append(status)

    def _asked(self, number: int) -> int | str:
        try:
            if number % RARE == RARE - 1:
                return self.rare[number // RARE % len(self.rare)][1]().status
            return self._common(number).status
        except OSError as error:
            return type(error).__name__

    def _common(self, number: int) -> Answered:
        match number % 6:
            case 0:
                return self._answer(number)
            case 1:
                return self._site.get(f"/kwalificatie/q{number % 149}-{number % 3}")
            case 2:
                return self._site.get(f"/zoeken?{urlencode({'q': THINGS[number % len(THINGS)]})}")
            case 3:
                return self._site.get(f"/api/v1/qualifications/q{number % 149}-{number % 3}")
            case 4:
                return self._site.get("/api/v1/qualifications?limit=20&level=3")
            case _:
                return self._site.get(f"/onderdeel/f{number % 149}/{VERSION}/B1-K1")

    def _answer(self, number: int) -> Answered:
        typed = f"{VERBS[number % len(VERBS)]} {THINGS[number // 7 % len(THINGS)]}"
        return self._filled_in("/verder", {"tekst": typed, "toon": "1"})

    def program(self, path: str, **question: object) -> Answered:
        """A program asks the API."""
        return self._site.send(
            f"/api/v1/{path}", json.dumps(question).encode(), Content_Type="application/json"
        )

    def _room(self, path: str, doe: str, fields: Mapping[str, str]) -> Callable[[], Answered]:
        return lambda: self._filled_in(path, {**PERSON, "doe": doe, **fields})

    def _page(self, path: str) -> Callable[[], Answered]:
        accept = "text/turtle" if path.startswith("/id/") else "*/*"
        return lambda: self._site.get(path, Accept=accept)

    def _filled_in(self, path: str, fields: Mapping[str, str]) -> Answered:
        body = urlencode({"csrfmiddlewaretoken": self._token, **fields}).encode()
        return self._site.send(
            path, body, Cookie=self._cookie, Content_Type="application/x-www-form-urlencoded"
        )
