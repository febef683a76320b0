"""Where LanguageTool and what it said are kept: folders of the user alone, never of the repository being checked."""

import os
import sys
from pathlib import Path

VERSION = "6.6"


class UnavailableError(Exception):
    """Grammar cannot be checked; the message says why, and what to do about it."""


def jars() -> Path:
    """The folder of LanguageTool's program files."""
    return _base("XDG_DATA_HOME", ".local/share") / f"languagetool-{VERSION}"


def installed() -> bool:
    return any(jars().glob("languagetool-server-*.jar"))


def kept() -> Path:
    """The folder for what is remembered between runs; made here, readable by the user alone. Raises OSError."""
    folder = _base("XDG_CACHE_HOME", ".cache")
    folder.mkdir(parents=True, exist_ok=True)
    own = folder / "grammar"
    own.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and own.stat().st_uid != os.getuid():
        raise PermissionError(f"{own} belongs to another user")
    own.chmod(0o700)
    return own


def _base(variable: str, usual: str) -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "newslint"
    named = Path(os.environ.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / usual) / "newslint"
