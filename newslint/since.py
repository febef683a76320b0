"""What has changed since a git revision: by article, the lines that are new."""

import os
from collections.abc import Iterable
from pathlib import Path

from newslint.patterns import regex

# Of an article: the lines that are new, as first and last, from 1; a last before its first is a place where lines went.
Lines = list[tuple[int, int]]
# A repository may not have us run a program: no monitor, hook, filter, driver or transport that its settings name.
_GIT = (
    "git",
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "diff.external=",
    "-c",
    "core.quotePath=false",
)
_DIFF = ("--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=all", "--find-renames", "--unified=0")
# The new name of an article, before its hunks, or of what git takes for binary.
_NAME = regex(rb'\+\+\+ ("b/.*"|b/[^\t]*)\t?|Binary files .* and ("b/.*"|b/.*) differ')
_HUNK = regex(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


class SinceError(ValueError):
    """Git cannot say what has changed."""


def changed(paths: Iterable[str], revision: str) -> dict[str, Lines | None]:
    """By path, the lines that are new since the revision's common ancestor; None where the whole article is new."""
    found: dict[str, Lines | None] = {}
    tops: dict[str, str] = {}
    by_top: dict[str, list[str]] = {}
    for path in paths:
        folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - links are followed no further
        if folder not in tops:
            tops[folder] = os.fsdecode(git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))
        by_top.setdefault(tops[folder], []).append(path)
    for top, named in by_top.items():
        lines, tracked = _changes(top, revision)
        for path in named:
            whole = Path(os.path.realpath(path))
            name = (
                whole.relative_to(os.path.realpath(top)).as_posix()
                if whole.is_relative_to(os.path.realpath(top))
                else ""
            )
            found[path] = lines.get(name, [] if name in tracked else None)
    return found


def _changes(top: str, revision: str) -> tuple[dict[str, Lines | None], frozenset[str]]:
    """The new lines by name inside the repository, and all names that git tracks."""
    missing = f"no revision “{revision}” here"
    if git(top, "rev-parse", "--is-shallow-repository", otherwise="-").strip() == b"true":
        missing += "; this clone is shallow (git fetch --unshallow)"
    asked = f"{revision}^{{commit}}"
    commit = git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", asked, otherwise=missing)
    said = f"no common ancestor with {revision}; a shallow clone lacks it (git fetch --unshallow)"
    base = git(top, "merge-base", commit.decode().strip(), "HEAD", otherwise=said).decode().strip()
    prefixes = ("--src-prefix=a/", "--dst-prefix=b/")
    patch = git(top, *_quiet(top), "diff", *_DIFF, *prefixes, "-z", "--patch", base, "--")
    tracked = git(top, "ls-files", "-z", "--cached").split(b"\0")
    return _read(patch), frozenset(os.fsdecode(name) for name in tracked)


def _quiet(top: str) -> list[str]:
    """Settings that empty each filter that the repository's own settings name."""
    given = git(
        top, "config", "--name-only", "-z", "--get-regexp", r"^filter\..*\.(clean|smudge|process)$", otherwise="-"
    )
    names = sorted({os.fsdecode(name) for name in given.split(b"\0") if name})
    drivers = sorted({name.rsplit(".", 1)[0] for name in names})
    settings = [f"{name}=" for name in names] + [f"{name}.required=false" for name in drivers]
    return [part for setting in settings for part in ("-c", setting)]


def _read(patch: bytes) -> dict[str, Lines | None]:
    """The new lines of each article in a patch without context; what git takes for binary is new as a whole."""
    found: dict[str, Lines | None] = {}
    lines = patch.split(b"\n")
    name, at = "", 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith(b"diff --git "):
            name = ""
        elif not name and (new_name := _NAME.fullmatch(line)):
            name = _plain(new_name[1] or new_name[2])
            found[name] = None if line.startswith(b"B") else []
        elif name and (hunk := _HUNK.match(line)):
            first, count = int(hunk[2]), int(hunk[3] or 1)
            # the lines of the hunk are not looked at: they may read like anything
            at += int(hunk[1] or 1) + count
            new = found[name]
            if new is not None:
                new.append((first, first + count - 1) if count else (first + 1, first))
    return found


def _plain(name: bytes) -> str:
    """A name inside the repository, out of git's quotation marks and without its prefix."""
    if name.startswith(b'"'):
        name = name[1:-1].decode("unicode_escape").encode("latin-1")
    return os.fsdecode(name.removeprefix(b"b/"))


def git(folder: str, *words: str, otherwise: str = "", stdin: bytes | None = None) -> bytes:
    """What git answers; raises SinceError unless ``otherwise`` is ``-``. No program of the repository's own runs."""
    import subprocess

    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C"}
    try:
        done = subprocess.run((*_GIT, *words), cwd=folder, env=own, input=stdin, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise SinceError(f"git cannot be run: {error.strerror}") from None
    if done.returncode and otherwise != "-":
        reason = otherwise or done.stderr.decode("utf-8", "replace").strip()
        raise SinceError(reason.removeprefix("fatal: "))
    return done.stdout
