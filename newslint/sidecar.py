"""Suppressions in a list beside an article that can hold no comments: anchored to sentences, not to lines."""

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from newslint.finding import Mistake
from newslint.recognition import Key
from newslint.records import NamedTuple

FOLDER_LIST = ".newslint-ignore"
SUFFIX = ".newslint"
_MOST_BYTES = 8 << 20


class Entry(NamedTuple):
    """One suppression of a list; ``path`` and ``line`` are where it stands."""

    rule: str
    text: str
    sentence: str
    reason: str
    until: datetime.date | None
    path: str
    line: int


def own_list(article: str) -> str:
    """The list of one article."""
    return article + SUFFIX


def entries(article: str) -> tuple[list[Entry], list[Mistake]]:
    """The entries for an article: those of its own list, and those of the folder's list that name it."""
    folder, name = os.path.split(article)
    own, wrong = read(own_list(article), None)
    shared, more = read((Path(folder) / FOLDER_LIST).as_posix(), name)
    return own + shared, wrong + more


def read(path: str, article: str | None) -> tuple[list[Entry], list[Mistake]]:
    """The entries of one list; of a folder's list those for one article."""
    try:
        if not Path(path).is_file():
            return [], []
        if Path(path).stat().st_size > _MOST_BYTES:
            return [], [Mistake(path, None, None, f"larger than {_MOST_BYTES >> 20} MB")]
        lines = Path(path).read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        return [], [Mistake(path, None, None, f"cannot be read: {getattr(error, 'strerror', None) or 'not UTF-8'}")]
    found: list[Entry] = []
    wrong: list[Mistake] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        made = _entry(line, path, number, article)
        if isinstance(made, Entry):
            found.append(made)
        elif made:
            wrong.append(Mistake(path, number, 1, made))
    return found, wrong


def _entry(line: str, path: str, number: int, article: str | None) -> Entry | str | None:
    """An entry, what is wrong with the line, or nothing where it speaks of another article."""
    import json

    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return "not an entry; expected one JSON object a line, as newslint suppress writes it"
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        return "not an entry; expected an object of texts"
    if article is not None and given.get("path") != article:
        return None if "path" in given else "`path` is missing; in a folder's list an entry names its article"
    if missing := [name for name in ("rule", "text", "sentence") if name not in given]:
        return f"`{missing[0]}` is missing"
    until = None
    if "until" in given:
        try:
            until = datetime.date.fromisoformat(given["until"])
        except ValueError:
            return "`until` is no date; expected one such as 2027-01-31"
    return Entry(given["rule"], given["text"], given["sentence"], given.get("reason", ""), until, path, number)


def line_for(key: Key, reason: str, until: datetime.date | None, article: str | None) -> str:
    """An entry as a list has it; the article's name stands in a folder's list."""
    import json

    made = {
        **({"path": article} if article else {}),
        **key._asdict(),
        **({"reason": reason} if reason else {}),
        **({"until": str(until)} if until else {}),
    }
    return json.dumps(made, ensure_ascii=False) + "\n"


def with_entries(old: str, lines: Iterable[str]) -> str:
    """A list with entries put in, each once."""
    have = set(old.splitlines())
    return (
        old + ("\n" if old and not old.endswith("\n") else "") + "".join(x for x in lines if x.rstrip("\n") not in have)
    )
