"""Somebody with a browser of their own: keeps cookies, follows links, sends the forms of pages."""

import re
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.web.served import Answered, Site

LOGIN = "/ontwikkel-login"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass
class Visitor:
    site: Site
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answered:
        return self._kept(self.site.get(self._inside(path), Cookie=self._cookie()))

    def send(self, path: str, *, form: str = "", **fields: str | list[str]) -> Answered:
        """The form that stands on the page `form`, else on `path`, with its token."""
        found = TOKEN.search(self.get(form or path).text)
        return self.post(path, csrfmiddlewaretoken=found[1] if found else "", **fields)

    def post(self, path: str, **fields: str | list[str]) -> Answered:
        body = urlencode(fields, doseq=True).encode()
        kind = "application/x-www-form-urlencoded"
        return self._kept(self.site.send(self._inside(path), body, Cookie=self._cookie(), Content_Type=kind))

    def log_in(self, role: str, where_to: str = "/mijn") -> Answered:
        """All the way: to the provider, chosen, and back."""
        found = self.get(self.to_way_back(role, where_to))
        there = found.headers.get("location", "")
        return self.get(there) if there.startswith("/en/inloggen/terug") else found

    def to_way_back(self, role: str, where_to: str = "/mijn") -> str:
        """The address with which the provider sends somebody back; not yet gone to."""
        language = "/en" if where_to.startswith("/en") else ""
        asked = self.get(f"{language}/inloggen?{urlencode({'naar': where_to})}").headers["location"]
        return self.send(self.get(asked).headers.get("location", asked), wie=role).headers["location"]

    @property
    def number(self) -> str:
        """Of the account that they are logged in with."""
        found = re.search(r"<strong>([0-9A-Z]{4}-[0-9A-Z]{4})</strong>", self.get("/mijn").text)
        return found[1] if found else ""

    def _inside(self, path: str) -> str:
        return path.removeprefix(self.site.address)

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _kept(self, answer: Answered) -> Answered:
        for morsel in SimpleCookie(answer.headers.get("set-cookie", "")).values():
            if morsel["max-age"] == "0" or not morsel.value:
                self.cookies.pop(morsel.key, None)
            else:
                self.cookies[morsel.key] = morsel.value
        return answer


def query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
