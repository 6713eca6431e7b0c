"""Codes and signed tokens of the provider to try out with: small, but as strict as a real one.

A code is good once, for a minute, for the client, address and challenge that it was made for. Keys and codes live in
memory: with more workers than one it does not work, and after a restart nobody's token holds.
"""

import base64
import hashlib
import hmac
import secrets
import threading
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if settings.PRODUCTION:
    raise ImproperlyConfigured("the provider to try out with lets anybody be anyone: not in production")

SECONDS = 60
MOST_CODES = 1_000
ALGORITHM = "RS256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the client asked with: all of it is checked again when it comes with the code."""

    client: str
    way_back: str
    challenge: str
    nonce: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Code:
    asked: Asked
    subject: str
    until: float


class Codes:
    """Codes that were handed out."""

    def __init__(self) -> None:
        self._codes: dict[str, _Code] = {}
        self._guard = threading.Lock()

    def new(self, asked: Asked, subject: str) -> str:
        code = secrets.token_urlsafe(32)
        with self._guard:
            now = time.monotonic()
            self._codes = {name: each for name, each in self._codes.items() if each.until > now}
            if len(self._codes) < MOST_CODES:
                self._codes[code] = _Code(asked=asked, subject=subject, until=now + SECONDS)
        return code

    def taken(self, code: str, *, client: str, way_back: str, verifier: str) -> tuple[str, str] | None:
        """The subject and the nonce, once; None where anything does not match. A code that was tried is spent."""
        with self._guard:
            found = self._codes.pop(code, None)
        if found is None or found.until < time.monotonic():
            return None
        asked = found.asked
        fits = hmac.compare_digest(challenge_of(verifier), asked.challenge)
        if not fits or (client, way_back) != (asked.client, asked.way_back):
            return None
        return found.subject, asked.nonce


def challenge_of(verifier: str) -> str:
    """Source: RFC 7636, appendix B.

    >>> challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    """
    digest = hashlib.sha256(verifier.encode(errors="replace")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def token(subject: str, nonce: str, *, issuer: str) -> str:
    """An id token, signed."""
    from joserfc import jwt

    now = int(time.time())
    claims: dict[str, Any] = {
        "iss": issuer,
        "sub": subject,
        "aud": settings.OIDC_CLIENT_ID,
        "iat": now,
        "exp": now + 300,
        "nonce": nonce,
    }
    return jwt.encode({"alg": ALGORITHM, "kid": _key().kid}, claims, _key(), algorithms=[ALGORITHM])


def keys() -> dict[str, Any]:
    """The public key, as a set."""
    return {"keys": [{**_key().as_dict(private=False), "use": "sig", "alg": ALGORITHM}]}


@cache
def _key() -> Any:
    from joserfc.jwk import RSAKey

    return RSAKey.generate_key(2048, {"kid": secrets.token_hex(8)}, private=True)
