"""Regular expressions of newslint's own: compiled when they are first used, and kept for the next run.

To compile them takes longer than to read an article. What Python's compiler makes of an expression is a list of
numbers, which goes into the user's cache; from there an expression is ready at once.
"""

import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, AnyStr, cast
from zlib import crc32

from newslint import packfile

# What sre takes besides the source: flags, code, number of groups, and their names in both directions.
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_Key = tuple[str | bytes, int]
# With more than this the file is begun anew: versions of newslint have come and gone.
_MOST = 2500
_FILE = "expressions.pack"
Fresh = dict[_Key, _Made]
_fresh: Fresh = {}
# The file that earlier runs left: expressions are found by a number, and read one by one.
_stored: dict[str, packfile.Packed] = {}


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

        every, code, groups, names, numbers = _fresh.get(key) or _recalled(key) or _made_anew(key)
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


def _made_anew(key: _Key) -> _Made:
    made = _fresh[key] = _make(*key)
    return made


def _recalled(key: _Key) -> _Made | None:
    """What an earlier run made of an expression."""
    number = _stored[_FILE].contents["numbers"].get(_number(key)) if _stored else None
    if number is None:
        return None
    found: tuple[_Key, _Made] = marshal.loads(_stored[_FILE].piece(number))  # noqa: S302 - checked when read
    return found[1] if found[0] == key else None


def _number(key: _Key) -> int:
    source, flags = key
    return crc32(source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source, flags)


def recall(folder: Path) -> None:
    """Takes what earlier runs left in the cache."""
    packed = packfile.read(folder / _FILE)
    if packed is not None:
        _stored[_FILE] = packed


def hand_over() -> Fresh:
    """What was compiled since it was last asked, for the process that will remember it."""
    fresh = dict(_fresh)
    _fresh.clear()
    return fresh


def take(fresh: Fresh) -> None:
    """Takes what another process handed over."""
    _fresh.update(fresh)


def remember(folder: Path) -> None:
    """Leaves what was compiled for the next run, in a folder that is the user's own."""
    if not _fresh:
        return
    # another run may have written meanwhile
    recall(folder)
    numbers: dict[int, int] = _stored[_FILE].contents["numbers"] if _stored else {}
    if len(numbers) + len(_fresh) > _MOST:
        numbers = {}
    pieces = [bytes(_stored[_FILE].piece(number)) for number in numbers.values()]
    every = {one: at for at, one in enumerate(numbers)}
    for key, made in _fresh.items():
        every[_number(key)] = len(pieces)
        pieces.append(marshal.dumps((key, made)))
    packfile.write(folder / _FILE, {"numbers": every}, pieces)
    _fresh.clear()
