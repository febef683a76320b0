"""What LanguageTool said of a paragraph, so that only changed ones are asked about again: hashes, places, offers."""

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress

from newslint.languagetool.client import LANGUAGE, OFF, Hit
from newslint.languagetool.folders import kept

_FILE = "paragraphs.db"
_MOST = 100_000


def key(server: str, paragraph: str) -> str:
    """One paragraph under one version of the server and its settings."""
    return hashlib.sha256(f"1\0{server}\0{LANGUAGE}\0{OFF}\0{paragraph}".encode("utf-8", "replace")).hexdigest()


def load(keys: Iterable[str]) -> dict[str, list[Hit]]:
    """What is known; nothing where the cache is missing or damaged."""
    found: dict[str, list[Hit]] = {}
    try:
        with closing(_open()) as base:
            for one in keys:
                row = base.execute("SELECT said FROM said WHERE key = ?", (one,)).fetchone()
                if row:
                    found[one] = [Hit(str(r), int(a), int(b), tuple(map(str, c))) for r, a, b, c in json.loads(row[0])]
    except (OSError, sqlite3.Error, ValueError, TypeError):
        _forget()
        return {}
    return found


def store(said: Mapping[str, list[Hit]]) -> None:
    """Remembers it; a cache that cannot be written costs nothing but time."""
    try:
        with closing(_open()) as base, base:
            rows = [(one, json.dumps(hits), int(time.time())) for one, hits in said.items()]
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
    base.execute("CREATE TABLE IF NOT EXISTS said (key TEXT PRIMARY KEY, said TEXT, at INTEGER)")
    return base


def _forget() -> None:
    with suppress(OSError):
        (kept() / _FILE).unlink()
