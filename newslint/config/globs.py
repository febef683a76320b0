"""Globs over paths, matched in linear time: patterns come from repositories of other people."""

from collections.abc import Callable, Iterable

_SIGNS = {"*": "[^/]*", "?": "[^/]"}


def matcher(globs: Iterable[str]) -> Callable[[str], bool]:
    """Whether one of the globs fits a path, which is relative and has ``/``.

    ``*`` and ``?`` stay within a name, ``**`` goes through folders; a glob without ``/`` fits a name at any depth,
    and one that fits a folder fits all in it.
    """
    import re2

    whole = "|".join(_pattern(glob) for glob in globs)
    if not whole:
        return lambda _path: False
    pattern = re2.compile(f"(?s:{whole})")
    return lambda path: pattern.fullmatch(path) is not None


def _pattern(glob: str) -> str:
    """A glob as a regular expression."""
    import re2

    name = glob.replace("\\", "/").rstrip("/")
    out = "" if "/" in name else "(?:.*/)?"
    name = name.removeprefix("./").lstrip("/")
    at = 0
    while at < len(name):
        if name.startswith("**/", at):
            out += "(?:.*/)?"
            at += 3
        elif name.startswith("**", at):
            out += ".*"
            at += 2
        else:
            out += _SIGNS.get(name[at]) or re2.escape(name[at])
            at += 1
    return f"(?:{out}(?:/.*)?)"
