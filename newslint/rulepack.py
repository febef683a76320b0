"""Rule packs out of the user's cache: read and checked once, as long as their files and newslint stay as they are.

A rule out of the cache is no more than its name and the words it looks for, until an article holds one of them.
"""

import marshal
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from newslint import __version__, cachefolder, listpack, packfile
from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.packfile import Packed
from newslint.records import NamedTuple
from newslint.results import digest
from newslint.rule import Anchors, Brief, Example, Form, Made, Prepared, Rule, Setting
from newslint.rulebook import Rulebook, shipped

if TYPE_CHECKING:
    from newslint.catalogue import Group

# So many packs are kept; the oldest go.
_MOST = 12
Listing = tuple[tuple[str, int, int, int, int], ...]


def load(packs: Sequence[Path], facts: Sequence[Path], where: Path | None) -> Rulebook:
    """The rules of some packs, out of the cache in the folder ``where`` if they are there, else read and put there."""
    if where is None or any(not pack.is_dir() for pack in packs):
        return _read(packs, facts, trust=True)
    path = where / f"rules-{crc32(repr(_key(packs)).encode()):08x}.pack"
    state = _State(listed(packs), _code())
    packed = packfile.read(path)
    if packed is not None and packed.contents["key"] == _key(packs) and packed.contents["code"] == state.code:
        if packed.contents["settled"] and packed.contents["files"] == state.files:
            return _known(_book(packed, packs, facts), packed.contents, facts)
        if packed.contents["content"] == _content(state.files):
            _write(path, {**packed.contents, **_stamp(state)}, [bytes(packed.piece(n)) for n in _numbers(packed)])
            return _known(_book(packed, packs, facts), packed.contents, facts)
    if not cachefolder.ready(where):
        return _read(packs, facts, trust=True)
    book = _read(packs, facts, trust=False)
    if not book.mistakes:
        contents, pieces = _packed(book, packs)
        _write(path, {**contents, **_stamp(state), "key": _key(packs), "content": _content(state.files)}, pieces)
    return book


def _known(book: Rulebook, contents: Mapping[str, Any], facts: Sequence[Path]) -> Rulebook:
    """With what the rules, their lists and all fact sheets are known by."""
    try:
        given = [path.read_bytes().decode("latin-1") for path in facts]
    except OSError:
        return book
    return book._replace(state=digest(*contents["key"], contents["content"], repr(contents["code"]), *given))


def _read(packs: Sequence[Path], facts: Sequence[Path], *, trust: bool) -> Rulebook:
    from newslint.rulebook import load as read

    return read(packs, facts=facts, trust=trust)


class _State(NamedTuple):
    """The files of some packs, and newslint's own, before anything is read of them."""

    files: Listing
    code: Listing


def _key(packs: Sequence[Path]) -> tuple[str, ...]:
    return (__version__, *(f"{pack}\0{pack.absolute()}" for pack in packs))


def _stamp(state: _State) -> dict[str, Any]:
    """What says whether the files are as they were; not settled: one of them is so young that it may change unseen."""
    youngest = max((max(one[2:4]) for one in state.files), default=0)
    return {"files": state.files, "code": state.code, "settled": youngest + packfile.TICK < time.time_ns()}


def listed(folders: Sequence[Path]) -> Listing:
    """The files that a pack is made of: path, size, time of change in two ways, number on the disk."""
    return tuple(one for folder in folders for one in sorted(_walk(str(folder), (".yaml", ".yml", ".txt"))))


@cache
def _code() -> Listing:
    """The files of newslint itself: in a checkout they change without its version."""
    return tuple(sorted(_walk(str(Path(__file__).parent), (".py", ".txt", ".z"))))


def _walk(folder: str, ends: tuple[str, ...]) -> Iterator[tuple[str, int, int, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(ends):
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
            elif entry.is_dir() and not entry.name.startswith("__") and not _returns(entry):
                yield from _walk(entry.path, ends)


def _returns(entry: "os.DirEntry[str]") -> bool:
    """Whether a folder is a link to one that holds it."""
    return entry.is_symlink() and Path(entry.path).resolve() in Path(entry.path).absolute().resolve().parents


def _content(files: Listing) -> str:
    from hashlib import sha256  # only where times do not tell

    whole = sha256()
    for path, *_ in files:
        data = Path(path).read_bytes()
        whole.update(b"%d %s %d " % (len(path), path.encode("utf-8", "surrogateescape"), len(data)))
        whole.update(data)
    return whole.hexdigest()


def _numbers(packed: Packed) -> range:
    return range(len(packed.offsets) - 1)


def _write(path: Path, contents: dict[str, Any], pieces: list[bytes]) -> None:
    packfile.write(path, contents, pieces)
    known = sorted(path.parent.glob("rules-*.pack"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for old in known[_MOST:]:
        packfile.remove(old)


def _packed(book: Rulebook, packs: Sequence[Path]) -> tuple[dict[str, Any], list[bytes]]:
    """The contents and the pieces of a file: the rules, of each its form, its examples and what was prepared; lists."""
    pieces: list[bytes] = []

    import pickle

    def put(piece: object) -> int:
        pieces.append(pickle.dumps(piece, pickle.HIGHEST_PROTOCOL))
        return len(pieces) - 1

    rules = []
    for rule in book.rules:
        anchors, form = rule.anchors, rule.form
        light = object.__new__(type(form))
        light.__dict__.update({**form.__dict__, "examples": None})
        pieces.append(marshal.dumps((frozenset(anchors.words), *anchors[1:])))
        numbers = len(pieces) - 1, put(light), put(form.examples), put(rule.made.prepared.known)
        rules.append((rule.id, rule.path, (*rule.brief[:3], rule.compares), numbers))
    usual = not any(path for pack in packs if pack != shipped() for path in pack.glob("facts/*.yaml"))
    facts = put(book.lexicon.facts()) if usual and book.lexicon.facts else None
    from newslint.catalogue import kept

    pieces.append(kept(book.rules))
    number = len(pieces) - 1
    return {"rules": tuple(rules), "facts": facts, "catalogue": number, **listpack.put(book.lexicon, pieces)}, pieces


class _Examples:
    """The examples of a rule, which no article needs."""

    def __init__(self, packed: Packed, number: int) -> None:
        self._packed = packed
        self._number = number

    def _get(self, part: str) -> tuple[str | Example, ...]:
        found: tuple[str | Example, ...] = getattr(_unpickle(self._packed, self._number), part)
        return found

    @property
    def bad(self) -> tuple[str | Example, ...]:
        return self._get("bad")

    @property
    def good(self) -> tuple[str | Example, ...]:
        return self._get("good")


def _unpickle(packed: Packed, number: int) -> Any:  # noqa: ANN401 - whatever was put there
    from pickle import loads

    return loads(packed.piece(number))  # noqa: S301 - a file of the user's own, checked when read


def _book(packed: Packed, packs: Sequence[Path], facts: Sequence[Path]) -> Rulebook:
    mistakes: list[Mistake] = []

    def sheets(lists: Mapping[str, tuple[str, ...]]) -> Callable[[], Any]:
        if packed.contents["facts"] is not None and not facts:
            return cache(lambda: _unpickle(packed, packed.contents["facts"]))
        from newslint.rulebook import sheets as read

        asked, wrong = read(packs, facts, lists)
        mistakes.extend(wrong)
        return asked

    lexicon = listpack.lexicon(packed, sheets)
    rules = tuple(_rule(packed, lexicon, *one) for one in packed.contents["rules"])
    known = packed.piece(packed.contents["catalogue"])

    def filed() -> Iterable["Group"]:
        from newslint.catalogue import restored

        return restored(known)

    return Rulebook(rules, lexicon, tuple(mistakes), catalogue=filed)


class _Stored:
    """A rule in a file: its form and what was prepared of it are read when they are asked for."""

    __slots__ = ("_form", "_lexicon", "_numbers", "_packed")

    def __init__(self, packed: Packed, lexicon: Lexicon, numbers: tuple[int, int, int, int]) -> None:
        self._packed = packed
        self._lexicon = lexicon
        self._numbers = numbers
        self._form: Form | None = None

    def anchors(self) -> Anchors:
        return Anchors(*marshal.loads(self._packed.piece(self._numbers[0])))  # noqa: S302 - checked when read

    def form(self) -> Form:
        if self._form is None:
            self._form = _unpickle(self._packed, self._numbers[1])
            self._form.__dict__["examples"] = _Examples(self._packed, self._numbers[2])
        return self._form

    def make(self) -> Made:
        from newslint.conditions import conditions
        from newslint.kinds import KINDS

        form = self.form()
        prepared = Prepared(_unpickle(self._packed, self._numbers[3]), sound=True)
        allowed = conditions(form, self._lexicon, [], prepared)
        compiled = KINDS[form.kind].compile(form, Setting(self._lexicon, allowed, [], prepared))
        return Made(form, compiled, allowed, prepared)


def _rule(packed: Packed, lexicon: Lexicon, rule_id: str, path: str, brief: Any, numbers: Any) -> Rule:  # noqa: ANN401, PLR0913, PLR0917 - one line of the contents
    severity, default, house, compares = brief
    stored = _Stored(packed, lexicon, numbers)
    return Rule(rule_id, path, Brief(severity, default, house, stored.anchors, compares), stored.make, stored.form)
