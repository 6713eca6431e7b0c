"""A file under a lock of its own, and the key of that lock under a key of the site.

    content   AES-256-GCM with a random key of this one file
    wrapped   that key, AES-256-GCM with a key of the key ring, which `key_id` names

What the file is and whose goes along as associated data: a row that is moved to somebody else cannot be opened. To
renew a key of the site only the small `wrapped` is written anew.
Source: NIST SP 800-38D; the first 12 bytes are the nonce.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    key_id: str
    wrapped: bytes
    content: bytes


class CannotOpen(ValueError):
    """The key is gone, or it is not what was sealed."""


def seal(content: bytes, key_id: str, key: bytes, about: bytes) -> Sealed:
    own = AESGCM.generate_key(256)
    return Sealed(key_id=key_id, wrapped=_locked(own, key, about), content=_locked(content, own, about))


def unseal(sealed: Sealed, keys: Mapping[str, bytes], about: bytes) -> bytes:
    """Raises `CannotOpen`."""
    return _unlocked(sealed.content, _own(sealed, keys, about), about)


def sealed_anew(sealed: Sealed, keys: Mapping[str, bytes], key_id: str, about: bytes) -> Sealed:
    """The same content under another key of the site; raises `CannotOpen`."""
    own = _own(sealed, keys, about)
    return replace(sealed, key_id=key_id, wrapped=_locked(own, keys[key_id], about))


def _own(sealed: Sealed, keys: Mapping[str, bytes], about: bytes) -> bytes:
    if sealed.key_id not in keys:
        raise CannotOpen(sealed.key_id)
    return _unlocked(sealed.wrapped, keys[sealed.key_id], about)


def _locked(content: bytes, key: bytes, about: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about)


def _unlocked(locked: bytes, key: bytes, about: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(locked[:_NONCE], locked[_NONCE:], about)
    except (InvalidTag, ValueError) as error:
        raise CannotOpen from error
