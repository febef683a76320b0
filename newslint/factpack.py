"""A desk's own fact sheets in the cache, with those that come with newslint: read once, as long as none changes.

What is known of them is filed under all that it comes from, so that nothing in the cache can be out of date.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from newslint import __version__, cachefolder, packfile, rulestore
from newslint.finding import Mistake
from newslint.results import digest
from newslint.rulebook import own_sheets, sheets, shipped_sheets

# So many sets of sheets are kept; the oldest go.
_MOST = 4
Lists = Mapping[str, tuple[str, ...]]
Asked = tuple[Callable[[], Any], list[Mistake]]


def load(packs: Sequence[Path], facts: Sequence[Path], lists: Lists, where: Path, code: str) -> Asked:
    """What gives the fact sheets in force when it is called, and the mistakes in those of a desk's own.

    Sheets with mistakes are read anew by each run, which says them. ``where``: the folder of the cache; ``code``:
    what newslint itself is known by.
    """
    key = _key(packs, facts, lists, code)
    if key is None:
        return sheets(packs, facts, lists)
    path = where / f"facts-{key[:16]}.pack"
    packed = packfile.read(path)
    if packed is not None and packed.contents["key"] == key:
        found = packed
        return cache(lambda: rulestore.unpickled(found, 0)), []
    asked, mistakes = sheets(packs, facts, lists)
    if not mistakes and cachefolder.ready(where):
        pieces: list[bytes] = []
        rulestore.pickled(asked(), pieces)
        # a sheet that was changed meanwhile is another one
        if _key(packs, facts, lists, code) == key:
            _write(path, key, pieces)
    return asked, mistakes


def _key(packs: Sequence[Path], facts: Sequence[Path], lists: Lists, code: str) -> str | None:
    """What all sheets, in their order, and what they are read by are known by; None where one cannot be read."""
    paths = (*shipped_sheets(), *own_sheets(packs), *facts)
    try:
        contents = [path.read_bytes().decode("latin-1") for path in paths]
    except OSError:
        return None
    return digest(__version__, code, *lists.get("nicknames", ()), "", *contents)


def _write(path: Path, key: str, pieces: list[bytes]) -> None:
    packfile.write(path, {"key": key}, pieces)
    known = sorted(path.parent.glob("facts-*.pack"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for old in known[_MOST:]:
        packfile.remove(old)
