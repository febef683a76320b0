"""Rule packs out of the user's cache: read and checked once, as long as their files and newslint stay as they are.

A rule out of the cache is no more than its name and the words it looks for, until an article holds one of them.
"""

import marshal
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from newslint import __version__, cachefolder, crew, listpack, packfile, patterns, rulestore
from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.packfile import Packed
from newslint.records import NamedTuple
from newslint.results import digest
from newslint.rulebook import Rulebook, shipped

if TYPE_CHECKING:
    from newslint.catalogue import Group

# So many packs are kept; the oldest go.
_MOST = 12
Listing = tuple[tuple[str, int, int, int, int], ...]


def load(packs: Sequence[Path], facts: Sequence[Path], where: Path | None) -> Rulebook:
    """The rules of some packs, out of the cache in the folder ``where`` if they are there, else read and put there.

    A desk's own rules stand in a file beside that of the shipped ones, so that a change to them makes no others new.
    """
    if where is None or any(not pack.is_dir() for pack in packs):
        return _read(packs, facts, trust=True)
    own = _beside(packs)
    files = {pack: listed(pack) for pack in packs}
    parts: list[Packed | Rulebook] = []
    for some, only in (([shipped()], None), (packs, own)) if own else ((packs, None),):
        state = _State(sum((files[pack] for pack in some), ()), _code())
        part = _stored(some, only, facts if some is packs else (), where, state)
        if part is None:
            return _read(packs, facts, trust=True)
        parts.append(part)
    last = parts[-1]
    if isinstance(last, Rulebook):
        return _book(parts, last.lexicon, last.mistakes)
    mistakes: list[Mistake] = []
    book = _book(parts, _lexicon(last, packs, facts, where, mistakes), mistakes)
    return _known(book, last.contents, facts)


def _beside(packs: Sequence[Path]) -> list[Path]:
    """The folders besides the shipped one, if the shipped rules are the same beside them."""
    own = [pack for pack in packs if pack != shipped()]
    theirs = {path.name for pack in own for path in pack.glob("lists/*.txt")}
    # with a list of theirs in place of a shipped one, shipped rules look for other words
    alone = len(own) == len(packs) or any((shipped() / "lists" / name).exists() for name in theirs)
    return [] if alone else own


def _known(book: Rulebook, contents: Mapping[str, Any], facts: Sequence[Path]) -> Rulebook:
    """With what the rules, their lists and all fact sheets are known by."""
    try:
        given = [path.read_bytes().decode("latin-1") for path in facts]
    except OSError:
        return book
    return book._replace(state=digest(*contents["key"], contents["content"], repr(contents["code"]), *given))


def _read(
    packs: Sequence[Path], facts: Sequence[Path], only: Sequence[Path] | None = None, *, trust: bool = False
) -> Rulebook:
    from newslint.rulebook import load as read

    return read(packs, only, facts, trust=trust)


class _State(NamedTuple):
    """The files of some packs, and newslint's own, before anything is read of them."""

    files: Listing
    code: Listing


def _key(packs: Sequence[Path]) -> tuple[str, ...]:
    return (__version__, *(f"{pack}\0{pack.absolute()}" for pack in packs))


def _stamp(state: _State) -> dict[str, Any]:
    """What says whether the files are as they were."""
    return {"files": _plain(state.files), "code": state.code, "settled": settled(state.files)}


def settled(files: Listing) -> bool:
    """Whether no file is so young that it may change unseen."""
    return max((max(one[2:4]) for one in files), default=0) + packfile.TICK < time.time_ns()


def _plain(files: Listing) -> bytes:
    """As a file has it: the same for the same listing, and not taken apart to be compared."""
    return marshal.dumps(files, 2)


def listed(folder: Path) -> Listing:
    """The files that a pack is made of: path, size, time of change in two ways, number on the disk."""
    return _walk(str(folder), (".yaml", ".yml", ".txt"))


def code() -> Listing:
    """The files of newslint itself: in a checkout they change without its version."""
    return _walk(str(Path(__file__).parent), (".py", ".txt", ".z", ".bin"))


_code = cache(code)


def entry(path: Path) -> tuple[str, int, int, int, int]:
    """A file as it stands in a listing; one that is not there, too."""
    try:
        status = path.stat()
    except OSError:
        return str(path), 0, 0, 0, 0
    return str(path), status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _walk(top: str, ends: tuple[str, ...]) -> Listing:
    found = []
    folders = [top]
    for folder in folders:
        with os.scandir(folder) as entries:
            for one in entries:
                if one.name.endswith(ends):
                    status = one.stat()
                    found.append((one.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
                elif one.is_dir() and not one.name.startswith("__") and not _returns(one):
                    folders.append(one.path)
    found.sort(key=itemgetter(0))
    return tuple(found)


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


def _stored(
    packs: Sequence[Path], only: Sequence[Path] | None, facts: Sequence[Path], where: Path, state: "_State"
) -> Packed | Rulebook | None:
    """The file of some packs, made if need be: with the rules in ``only`` if that is given, and all word lists.

    The rules as read where they have mistakes, so that each run says them; None where there is no cache.
    """
    path = where / f"rules-{crc32(repr(_key(packs)).encode()):08x}.pack"
    packed = packfile.read(path)
    if packed is not None and packed.contents["key"] == _key(packs) and packed.contents["code"] == state.code:
        if packed.contents["settled"] and packed.contents["files"] == _plain(state.files):
            return packed
        if packed.contents["content"] == _content(state.files):
            _write(path, {**packed.contents, **_stamp(state)}, [bytes(packed.piece(n)) for n in _numbers(packed)])
            return packed
    if not cachefolder.ready(where):
        return None

    def put() -> bool:
        # a desk's own sheets are no part of what is kept of a pack
        book = _read(packs, (), only)
        if not book.mistakes:
            contents, pieces = _packed(book, packs)
            _write(path, {**contents, **_stamp(state), "key": _key(packs), "content": _content(state.files)}, pieces)
            patterns.remember(where)
        return not book.mistakes

    # to read thousands of templates and names takes a hundred megabytes, of which no article has need
    if crew.apart(put):
        patterns.recall(where)
    elif not put():
        return _read(packs, facts, only)
    return packfile.read(path)


def _packed(book: Rulebook, packs: Sequence[Path]) -> tuple[dict[str, Any], list[bytes]]:
    """The contents and the pieces of a file: rules, what they ask of an article, fact sheets, word lists."""
    from newslint.catalogue import put

    pieces: list[bytes] = []
    rules = rulestore.put(book.rules, pieces)
    usual = not any(path for pack in packs if pack != shipped() for path in pack.glob("facts/*.yaml"))
    facts = rulestore.pickled(book.lexicon.facts(), pieces) if usual and book.lexicon.facts else None
    number = put(book.rules, pieces)
    return {"rules": rules, "facts": facts, "catalogue": number, **listpack.put(book.lexicon, pieces)}, pieces


def _lexicon(
    packed: Packed, packs: Sequence[Path], facts: Sequence[Path], where: Path, mistakes: list[Mistake]
) -> Lexicon:
    def sheets(lists: Mapping[str, tuple[str, ...]]) -> Callable[[], Any]:
        if packed.contents["facts"] is not None and not facts:
            return cache(lambda: rulestore.unpickled(packed, packed.contents["facts"]))
        from newslint.factpack import load as read

        asked, wrong = read(packs, facts, lists, where, repr(_code()))
        mistakes.extend(wrong)
        return asked

    return listpack.lexicon(packed, sheets)


def _book(parts: Sequence[Packed | Rulebook], lexicon: Lexicon, mistakes: Iterable[Mistake]) -> Rulebook:
    """The rules of some parts together; of two rules of one id the later counts."""
    every = (
        rulestore.rules(part, part.contents["rules"], lexicon) if isinstance(part, Packed) else part.rules
        for part in parts
    )
    books = [{rule.id: rule for rule in some} for some in every]
    # of each part the rules that a later one replaces
    replaced = [
        {name for later in books[number:] for name in book.keys() & later.keys()}
        for number, book in enumerate(books, start=1)
    ]
    found = {name: rule for book in books for name, rule in book.items()}

    def filed() -> Iterator["Group"]:
        from newslint.catalogue import catalogue, restored

        for part, others in zip(parts, replaced, strict=True):
            groups = restored(part, part.contents["catalogue"]) if isinstance(part, Packed) else catalogue(part.rules)
            for group in groups:
                mine = [("" if name in others else name, pattern) for name, pattern in group.whose] if others else ()
                yield group._replace(whose=mine) if others else group

    rules = tuple(found[name] for name in sorted(found))
    return Rulebook(rules, lexicon, tuple(mistakes), catalogue=filed)
