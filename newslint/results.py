"""What was found in an article when it was last checked: where nothing has changed, nothing is asked again.

A row is found, and can be read, only by who has the article: the files hold no text that others could read.
"""

import marshal
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from newslint import packfile
from newslint.document import Document
from newslint.finding import Finding, Fix, Place, PlacedNote
from newslint.rule import Rule
from newslint.span import Span

# By file, and there by the first half of a key: what was found, veiled with the second, which is written nowhere.
Fresh = dict[str, dict[str, bytes]]
_HALF = 32
# An article is found by the first digits of its key in one of so many files; each holds so many of the latest.
_DIGITS = 2
_MOST = 500


def digest(*parts: str) -> str:
    """A hash of some texts, each told from the next: 64 hexadecimal digits."""
    whole = _hash()(digest_size=32)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d " % len(data))
        whole.update(data)
    return str(whole.hexdigest())


@cache
def _hash() -> Any:  # noqa: ANN401 - whichever there is
    try:
        from _blake2 import blake2b  # hashlib loads OpenSSL, which takes longer than to check an article
    except ImportError:
        from hashlib import blake2b
    return blake2b


def asked(state: str, rules: Iterable[Rule]) -> str:
    """What a check depends on besides the article: ``state`` of the packs, rules in force and their severities."""
    return digest(state, "\n".join(f"{rule.id} {rule.brief.severity}" for rule in rules))


def key(of_rules: str, document: Document) -> str:
    """What a check of an article depends on."""
    suffix = document.path.rpartition(".")[2].lower()
    # two files of one text may differ in what is a headline, a caption or a link
    known = (
        document.blocks,
        document.links,
        document.comments,
        sorted(document.meta.items()),
        document.aside,
        document.fixable,
    )
    return digest(of_rules, suffix, str(document.published), document.source, document.text, repr(known))


class Results:
    """What is remembered in a folder of the cache; what is new is written by ``save``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: Fresh = {}
        self._fresh: Fresh = {}

    def get(self, known_by: str, path: str) -> list[Finding] | None:
        """What was found in an article, which now has this path; None where that is not known."""
        name = known_by[:_DIGITS]
        if name not in self._read:
            packed = packfile.read(self._path(name))
            self._read[name] = packed.contents["results"] if packed else {}
        veiled = self._read[name].get(known_by[:_HALF])
        if veiled is None:
            return None
        return [_finding(path, one) for one in marshal.loads(_veiled(veiled, known_by))]  # noqa: S302 - checked when read

    def put(self, known_by: str, found: Sequence[Finding]) -> None:
        plain = marshal.dumps([_row(one) for one in found])
        self._fresh.setdefault(known_by[:_DIGITS], {})[known_by[:_HALF]] = _veiled(plain, known_by)

    def hand_over(self) -> Fresh:
        """What is new, for the process that will save it."""
        fresh, self._fresh = self._fresh, {}
        return fresh

    def take(self, fresh: Fresh) -> None:
        """Takes what another process handed over."""
        for name, new in fresh.items():
            self._fresh.setdefault(name, {}).update(new)

    def save(self) -> None:
        """Writes what is new, in place of the oldest where there is too much."""
        for name, fresh in self._fresh.items():
            # another run may have written meanwhile
            packed = packfile.read(self._path(name))
            whole = {**(packed.contents["results"] if packed else {}), **fresh}
            packfile.write(self._path(name), {"results": dict([*whole.items()][-_MOST:])}, [])
        self._fresh.clear()

    def _path(self, name: str) -> Path:
        return self._folder / f"results-{name}.pack"


def _veiled(data: bytes, known_by: str) -> bytes:
    """Made unreadable with the second half of a key, or readable again."""
    secret, size = known_by[_HALF:].encode(), len(data)
    pad = b"".join(_hash()(secret + b" %d" % at).digest() for at in range(size // 64 + 1))
    return (int.from_bytes(data) ^ int.from_bytes(pad[:size])).to_bytes(size)


_Row = tuple[Any, ...]


def _row(finding: Finding) -> _Row:
    """All of a finding but the path."""
    notes = tuple((tuple(one.place), one.text, one.message, one.span and tuple(one.span)) for one in finding.notes)
    fix = finding.fix and tuple(finding.fix)
    said = finding.rule, finding.severity, finding.message, finding.text
    return tuple(finding.place), *said, tuple(finding.span), fix, notes


def _finding(path: str, row: _Row) -> Finding:
    place, rule, severity, message, text, span, fix, notes = row
    placed = (
        PlacedNote(path, Place(*where), text, message, Span(*at) if at else None) for where, text, message, at in notes
    )
    made = Fix(*fix) if fix else None
    return Finding(path, Place(*place), rule, severity, message, text, Span(*span), made, tuple(placed))
