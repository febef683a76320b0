"""Has the C library give memory back to the system as soon as a long article has no more need of it."""

import sys
from functools import lru_cache

# As glibc has it: pieces of memory from so many bytes on are had from the system, and given back, one by one.
_M_MMAP_THRESHOLD = -3
_BYTES = 128 * 1024


@lru_cache(maxsize=1)
def give_back() -> None:
    """Keeps glibc from raising that number by itself: what is freed between larger pieces would be lost, a tenth."""
    if sys.platform != "linux":
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        mallopt(_M_MMAP_THRESHOLD, _BYTES)
