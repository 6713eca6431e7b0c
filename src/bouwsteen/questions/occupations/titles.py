"""Job titles as people write them, folded so that one title in its forms is one.

    >>> folded("Verkoopsters") == folded("verkoper"), folded("caissière") == folded("caissiers")
    (True, True)
    >>> folded("kapster") == folded("Kapper (m/v)"), folded("timmervrouw") == folded("timmerlieden")
    (True, True)

What a woman is called, what several are called, accents and capitals do not make another occupation. The folding is
only for comparing: what comes out is no Dutch (leraar becomes lerer, so that it meets lerares).
"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
_SAYS_NOTHING = "de het een en of in van voor met op aan bij te der m v x w o als"
_SILENT = frozenset(_SAYS_NOTHING.split())
_NO_WOMAN = ("meester", "minister", "magister", "register", "semester", "poster", "tester")
"""Words that end in -ster and are not what a woman is called."""
_VOWELS = "aeiou"

_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), becomes) for pattern, becomes in pairs)


_PLURALS = _rules(
    (r"(.*)(?:lieden|lui|mannen|vrouwen)", r"\1man"),
    (r"(.{2,}ist)e[ns]", r"\1"),
    (r"(.{3,}kundige)n", r"\1"),
    (r"(.{2,})logen", r"\1loog"),
    (r"(.{2,})aren", r"\1aar"),
    (r"(.{2,}(?:ts|eut|ent|ant))en", r"\1"),
    (r"(.{2,}(?:er|el|aar|eur|oir|iere|ice|euse|te|ce|rie))s", r"\1"),
    (r"(.{2,}[bdfgkmp])s", r"\1"),
)
_WOMEN = _rules(
    (r"(.{3,})vrouw", r"\1man"),
    (r"(.{3,}[^e])heer", r"\1man"),
    (r"(.{2,})iere", r"\1ier"),
    (r"(.{2,})trice", r"\1teur"),
    (r"(.{2,})ica", r"\1icus"),
    (r"(.{2,})euse", r"\1eur"),
    (r"(.{2,})ares", r"\1aar"),
    (r"(.{2,}air)e", r"\1"),
    (r"(.{2,})loge", r"\1loog"),
    (r"(.{2,}(?:ist|ent|ant|eut|aut))e", r"\1"),
)


def folded(title: str) -> tuple[str, ...]:
    """The words of a title that say something, each in its one form."""
    plain = title.casefold().replace("/-vrouw", "").replace("/-man", "")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return tuple(_one_form(word) for word in _WORD.findall(plain) if word not in _SILENT)


@lru_cache(maxsize=50_000)
def _one_form(word: str) -> str:
    if len(word) < 4:
        return word
    if word[-1] in "sni":
        word = _rewritten(word, _PLURALS)
    if word[-1] in "ewrsa":
        word = _without_ster(_rewritten(word, _WOMEN))
    return word[:-3] + "er" if word.endswith("aar") else word


def _rewritten(word: str, rules: _Rules) -> str:
    """By the first rule that fits the whole word."""
    for pattern, becomes in rules:
        if found := pattern.fullmatch(word):
            return found.expand(becomes)
    return word


def _without_ster(word: str) -> str:
    """verkoopster → verkoper, kapster → kapper, kassierster → kassier, schrijfster → schrijver."""
    stem = word[:-4]
    if not word.endswith("ster") or len(stem) < 3 or word.endswith(_NO_WOMAN):
        return word
    if stem.endswith(("ier", "eur", "oir", "aar")):
        return stem
    if stem.endswith(("el", "er", "en")) and stem[-3] not in _VOWELS:
        return stem + "er"
    last, before, two_before = stem[-1], stem[-2], stem[-3]
    if last not in _VOWELS and before in _VOWELS:
        if before == two_before:
            stem = stem[:-2] + last
        elif two_before not in _VOWELS and last not in "wxy":
            stem += last
    return f"{stem[:-1]}ver" if stem.endswith("f") and not stem.endswith("ff") else f"{stem}er"
