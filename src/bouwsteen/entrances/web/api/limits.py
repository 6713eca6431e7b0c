"""How much one client may ask in a minute, so that nobody takes the place of others.

Counted in points: looking up costs one, a question that has to be worked out more. Kept in memory of this worker only,
under a mark that is made anew at each start: no address is written down, and none can be found back.
"""

import hashlib
import os
import secrets
import threading
import time
from dataclasses import dataclass

POINTS_A_MINUTE = int(os.environ.get("BOUWSTEEN_API_POINTS", "6000"))
"""0: no limit."""
MOST_CLIENTS = 20_000
"""So many are counted apart; all others share one count."""

_OTHERS = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a client has left: `left` is below zero when it asked too much; `seconds` until it may ask again."""

    limit: int
    left: int
    seconds: int

    @property
    def refused(self) -> bool:
        return self.left < 0

    @property
    def headers(self) -> dict[str, str]:
        """Source: draft-ietf-httpapi-ratelimit-headers, the three headers that clients know."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(self.left, 0)),
            "RateLimit-Reset": str(self.seconds),
        }


class Limits:
    """Counts by the minute; with a new minute all counts are gone."""

    def __init__(self, points: int = POINTS_A_MINUTE, *, most_clients: int = MOST_CLIENTS) -> None:
        self.points, self._most = points, most_clients
        self._mark = secrets.token_bytes(16)
        self._counting = threading.Lock()
        self._minute, self._spent = 0, dict[bytes, int]()

    def spend(self, client: str, cost: int, *, now: float | None = None) -> Allowance:
        """Counts `cost` points for the client. A refused request costs nothing."""
        moment = time.monotonic() if now is None else now
        minute, seconds = divmod(int(moment), 60)
        name = hashlib.blake2b(client.encode(errors="replace"), key=self._mark, digest_size=12).digest()
        with self._counting:
            if minute != self._minute:
                self._minute, self._spent = minute, {}
            if name not in self._spent and len(self._spent) >= self._most:
                name = _OTHERS
            spent = self._spent.get(name, 0) + cost
            if spent <= self.points:
                self._spent[name] = spent
        return Allowance(limit=self.points, left=self.points - spent, seconds=60 - seconds)
