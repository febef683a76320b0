"""What LanguageTool said of a paragraph, so that only changed ones are asked about again.

A row is found, and can be read, only by who has the paragraph: it holds no text that others could read.
"""

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from typing import Any

from newslint.languagetool.client import LANGUAGE, OFF, Hit
from newslint.languagetool.folders import kept

_FILE = "paragraphs.db"
_MOST = 100_000
_HALF = 64


def key(server: str, paragraph: str) -> str:
    """One paragraph under one version of the server and its settings.

    The first half is the name of its row; the second, which is written nowhere, veils what the row holds.
    """
    return hashlib.sha512(f"2\0{server}\0{LANGUAGE}\0{OFF}\0{paragraph}".encode("utf-8", "replace")).hexdigest()


def load(keys: Iterable[str]) -> dict[str, list[Hit]]:
    """What is known; nothing where the cache is missing or damaged."""
    found: dict[str, list[Hit]] = {}
    try:
        with closing(_open()) as base:
            for one in keys:
                row = base.execute("SELECT said FROM said WHERE key = ?", (one[:_HALF],)).fetchone()
                if row:
                    found[one] = [_hit(said) for said in json.loads(_veiled(row[0], one))]
    except (OSError, sqlite3.Error, ValueError, TypeError):
        _forget()
        return {}
    return found


def _hit(said: Sequence[Any]) -> Hit:
    rule, category, start, end, says, instead = said
    return Hit(str(rule), str(category), int(start), int(end), str(says), tuple(map(str, instead)))


def _veiled(data: bytes, key: str) -> bytes:
    """Made unreadable with the second half of the key, or readable again."""
    pad = hashlib.shake_256(key[_HALF:].encode()).digest(len(data))
    return bytes(one ^ other for one, other in zip(data, pad, strict=True))


def store(said: Mapping[str, list[Hit]]) -> None:
    """Remembers it; a cache that cannot be written costs nothing but time."""
    try:
        with closing(_open()) as base, base:
            now = int(time.time())
            rows = [(one[:_HALF], _veiled(json.dumps(hits).encode(), one), now) for one, hits in said.items()]
            base.executemany("INSERT OR REPLACE INTO said VALUES (?, ?, ?)", rows)
            base.execute(
                "DELETE FROM said WHERE key IN (SELECT key FROM said ORDER BY at DESC LIMIT -1 OFFSET ?)", (_MOST,)
            )
    except (OSError, sqlite3.Error):
        _forget()


def _open() -> sqlite3.Connection:
    path = kept() / _FILE
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    base = sqlite3.connect(path, timeout=2)
    base.execute("CREATE TABLE IF NOT EXISTS said (key TEXT PRIMARY KEY, said BLOB, at INTEGER)")
    return base


def _forget() -> None:
    with suppress(OSError):
        (kept() / _FILE).unlink()
