"""Regular expressions of newslint's own: compiled when they are first used, and kept for the next run.

To compile them takes longer than to read an article. What Python's compiler makes of an expression is a list of
numbers, which goes into the user's cache; from there an expression is ready at once.
"""

import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, AnyStr, cast

from newslint import packfile

# What sre takes besides the source: flags, code, number of groups, and their names in both directions.
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_Key = tuple[str | bytes, int]
# With more than this the file is begun anew: versions of newslint have come and gone.
_MOST = 2000
_FILE = "patterns.pack"
Fresh = dict[_Key, _Made]
_known: Fresh = {}
_fresh: Fresh = {}


# Python before 3.11.5 goes on in the wrong place where a possessive group fails within one of its turns (gh-106052).
_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)([*+?]|\{\d*,?\d*\})\+") if sys.version_info < (3, 11, 5) else None


class _Lazy:
    """Stands for a compiled expression; what is asked of it once, it has from then on."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        if _POSSESSIVE_GROUP and isinstance(source, str):
            source = _POSSESSIVE_GROUP.sub(r")\1", source)
        self._key = source, flags
        self._compiled: re.Pattern[Any] | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a compiled expression has
        if name.startswith("__"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = _compiled(*self._key)
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``, which is not called before the expression is used."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, int(flags)))


@cache
def _compiled(source: str | bytes, flags: int) -> re.Pattern[Any]:
    key = source, flags
    # What is private to Python may change with any version of it; then there is nothing to remember.
    with suppress(AttributeError, ImportError, TypeError, RuntimeError, ValueError, OverflowError):
        from _sre import compile as made  # type: ignore[import-not-found]

        if key not in _known:
            _known[key] = _fresh[key] = _make(source, flags)
        every, code, groups, names, numbers = _known[key]
        found: re.Pattern[Any] = made(source, every, memoryview(code).cast("I").tolist(), groups, names, numbers)
        return found
    return re.compile(source, flags)


def _make(source: str | bytes, flags: int) -> _Made:
    """What Python's own ``re`` hands to sre."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    names: dict[str, int] = tree.state.groupdict
    numbers: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        numbers[number] = name
    code = array("I", _compiler._code(tree, flags)).tobytes()  # noqa: SLF001 - there is no other way
    return int(flags | tree.state.flags), code, tree.state.groups - 1, names, tuple(numbers)


def recall(folder: Path) -> None:
    """Takes what earlier runs left in the cache."""
    packed = packfile.read(folder / _FILE)
    if packed is not None:
        _known.update(packed.contents["made"])


def hand_over() -> Fresh:
    """What was compiled since it was last asked, for the process that will remember it."""
    fresh = dict(_fresh)
    _fresh.clear()
    return fresh


def take(fresh: Fresh) -> None:
    """Takes what another process handed over."""
    _known.update(fresh)
    _fresh.update(fresh)


def remember(folder: Path) -> None:
    """Leaves what was compiled for the next run, in a folder that is the user's own."""
    if _fresh:
        packfile.write(folder / _FILE, {"made": _known if len(_known) <= _MOST else _fresh}, [])
        _fresh.clear()
