"""The folder for what newslint remembers between runs: the user's own, readable by nobody else, in no repository."""

import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def folder(environment: "Mapping[str, str]") -> "Path | None":
    """Where the cache is or would be; None where it is switched off, or the user has no folder."""
    from pathlib import Path

    where = name(environment)
    return Path(where) if where else None


def name(environment: "Mapping[str, str]") -> str | None:
    """The name of that folder: for who has no need of more, and no time to import it."""
    if environment.get("NEWSLINT_CACHE", "").lower() in {"off", "0", "no", "false"}:
        return None
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
        return f"{base}\\newslint\\cache" if os.path.isabs(base) else None  # noqa: PTH117 - the text as it is
    named, home = environment.get("XDG_CACHE_HOME", ""), environment.get("HOME", "")
    if os.path.isabs(named):  # noqa: PTH117
        return f"{named}/newslint"
    if not os.path.isabs(home):  # noqa: PTH117
        return None
    return f"{home}/Library/Caches/newslint" if sys.platform == "darwin" else f"{home}/.cache/newslint"


def ready(where: "Path") -> bool:
    """Makes the folder where there is none; whether it can be written to and is the user's alone."""
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        return own(where.stat(), folder=True) and os.access(where, os.W_OK)
    except OSError:
        return False


def own(status: os.stat_result, *, folder: bool = False) -> bool:
    """Whether a file or folder is the user's, and nobody else can write to it."""
    if folder is not stat.S_ISDIR(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022
