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

_PLURALS = (
    (r"(lieden|lui|mannen|vrouwen)", "man"),
    (r"(.{2,})(istes|isten)", r"\1ist"),
    (r"(.{3,})kundigen", r"\1kundige"),
    (r"(.{2,})logen", r"\1loog"),
    (r"(.{2,})(ar)en", r"\1aar"),
    (r"(.{2,}(?:ts|eut|ent|ant))en", r"\1"),
    (r"(.{2,})(ers|els|aars|eurs|oirs|iers|ieres|ices|euses|tes|ces|ries)", None),
    (r"(.{2,}[bdfgkmp])s", r"\1"),
)
_WOMEN = (
    (r"(.{3,})vrouw", r"\1man"),
    (r"(.{3,}[^e])heer", r"\1man"),
    (r"(.{2,})iere", r"\1ier"),
    (r"(.{2,})trice", r"\1teur"),
    (r"(.{2,})ica", r"\1icus"),
    (r"(.{2,})euse", r"\1eur"),
    (r"(.{2,})ares", r"\1aar"),
    (r"(.{2,})aire", r"\1air"),
    (r"(.{2,})loge", r"\1loog"),
    (r"(.{2,})(iste|ente|ante|eute|aute)", None),
)


def folded(title: str) -> tuple[str, ...]:
    """The words of a title that say something, each in its one form."""
    plain = unicodedata.normalize("NFKD", title.casefold().replace("/-vrouw", "").replace("/-man", ""))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return tuple(_one_form(word) for word in _WORD.findall(letters) if word not in _SILENT)


@lru_cache(maxsize=50_000)
def _one_form(word: str) -> str:
    if len(word) < 4:
        return word
    word = _without_ster(_rewritten(_rewritten(word, _PLURALS), _WOMEN))
    return word[:-3] + "er" if word.endswith("aar") else word


def _rewritten(word: str, rules: tuple[tuple[str, str | None], ...]) -> str:
    """By the first rule that fits the whole word (or its end, for what has no stem); None takes off one letter."""
    for pattern, becomes in rules:
        if found := re.fullmatch(pattern if pattern.startswith("(.") else f"(.*?){pattern}", word):
            if becomes is None:
                return word[:-1]
            return found.expand(becomes) if pattern.startswith("(.") else found[1] + becomes
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
