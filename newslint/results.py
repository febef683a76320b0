"""Which rules found something in an article when it was last checked: where nothing has changed, only they are asked.

Held are hashes of articles and names of rules, no text; what is found is found anew, so it is the same with and
without what is remembered.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from newslint import packfile
from newslint.document import Document
from newslint.rule import Rule

# By file, and there by key: the rules that found something.
Fresh = dict[str, dict[str, tuple[str, ...]]]
# An article is found by the first digits of its key in one of so many files; each holds so many of the latest.
_DIGITS = 2
_MOST = 500


def digest(*parts: str) -> str:
    """A hash of some texts, each told from the next."""
    try:
        from _blake2 import blake2b  # hashlib loads OpenSSL, which takes longer than to check an article
    except ImportError:
        from hashlib import blake2b
    whole = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d " % len(data))
        whole.update(data)
    return whole.hexdigest()


def asked(state: str, rules: Iterable[Rule]) -> str:
    """What a check depends on besides the article: ``state`` of the packs, rules in force and their severities."""
    return digest(state, "\n".join(f"{rule.id} {rule.brief.severity}" for rule in rules))


def key(of_rules: str, document: Document) -> str:
    """What a check of an article depends on."""
    suffix = document.path.rpartition(".")[2].lower()
    # two files of one text may differ in what is a headline, a caption or a link
    known = document.blocks, document.links, document.comments, sorted(document.meta.items()), document.aside
    return digest(of_rules, suffix, str(document.published), document.source, document.text, repr(known))


class Results:
    """What is remembered in a folder of the cache; what is new is written by ``save``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: Fresh = {}
        self._fresh: Fresh = {}

    def get(self, known_by: str) -> tuple[str, ...] | None:
        """The rules that found something; None where that is not known."""
        name = known_by[:_DIGITS]
        if name not in self._read:
            packed = packfile.read(self._path(name))
            self._read[name] = packed.contents["results"] if packed else {}
        return self._read[name].get(known_by)

    def put(self, known_by: str, rules: Sequence[str]) -> None:
        self._fresh.setdefault(known_by[:_DIGITS], {})[known_by] = tuple(rules)

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
