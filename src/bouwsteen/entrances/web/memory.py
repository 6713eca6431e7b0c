"""The memory of a worker, where the C library of the system can be told how to keep it.

Left alone, glibc gives each thread a heap of its own, and keeps there what once was large: it gave a worker 10 to 35 MB
that nobody used. With one heap, and what is large beside it, that goes back to the system.
"""

import ctypes
import gc
from contextlib import suppress

LARGE = 1 << 20
"""What is as large as this, an array or a whole dump, is given back as soon as it is let go."""
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""The names of `mallopt`. Source: malloc.h of glibc."""


def keep_together() -> None:
    """One heap for all threads; call it before there are any."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, LARGE)


def give_back() -> None:
    """Gives memory that is free, as what an older structure leaves, back to the system."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
