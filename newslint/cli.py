"""The command line: arguments in, one command called, exit code out."""

import argparse
import atexit
import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from newslint import __version__, cachefolder, patterns


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the status is 0 for nothing to report, 1 for findings, 2 for work that could not be done."""
    settle()
    _print_all()
    return run(read(sys.argv[1:] if arguments is None else arguments))


def settle() -> None:
    """Has Python look for garbage as suits a process that makes rules ready."""
    # A run makes a hundred thousand objects that last; to look through them for garbage took a fifth of its time.
    gc.set_threshold(200_000, 20, 100)
    # At the end all of them go; to look through them once more took a sixth of the time of a start.
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """What the arguments of a command ask for; ends the process where they ask for nothing that there is."""
    return _options(_parser(next((one for one in arguments if not one.startswith("-")), "")), arguments)


def run(options: argparse.Namespace) -> int:
    """Runs the command that is asked for, and remembers what it made ready; its status."""
    cache = None if getattr(options, "no_cache", False) else cachefolder.folder(os.environ)
    if cache and not getattr(options, "held", None):
        patterns.recall(cache)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read us has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - for the interpreter's last flush
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.filename or error.errno not in _OUTSIDE:
            raise
        sys.stderr.write(f"newslint: {_OUTSIDE[error.errno]}\n")
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - as above
        return 2
    if cache and cachefolder.ready(cache):
        patterns.remember(cache)
    return status


def _print_all() -> None:
    """Has what a stream cannot print printed as its number."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _options(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> argparse.Namespace:
    """The arguments as read; paths may stand on both sides of an option, which argparse takes for one too many."""
    options, rest = parser.parse_known_args(arguments)
    ends = rest.index("--") if "--" in rest else len(rest)
    strange = [one for one in rest[:ends] if one.startswith("-") and one != "-"]
    if strange or (rest and not isinstance(getattr(options, "paths", None), list)):
        parser.error(f"unrecognized arguments: {' '.join(strange or rest)}")
    if rest:
        options.paths += rest[:ends] + rest[ends + 1 :]
    return options


class _Help(argparse.HelpFormatter):
    """As usual, but the terminal is not asked for its width each time an argument is added."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns())


class _Parser(argparse.ArgumentParser):
    """The parser of one command."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as argparse has them
        super().__init__(**given, formatter_class=_Help)


@cache
def _columns() -> int:
    with suppress(ValueError):
        return max(int(os.environ.get("COLUMNS", "")) - 2, 20)
    with suppress(OSError, ValueError, AttributeError):
        return max(os.get_terminal_size(sys.__stdout__.fileno()).columns - 2, 20)  # type: ignore[union-attr]
    return 78


def _parser(asked: str) -> argparse.ArgumentParser:
    """The arguments of the command that is asked for; of all where there is none of that name."""
    parser = _Parser(
        prog="newslint", description="Reads news drafts and reports what would embarrass a paper in print."
    )
    parser.add_argument("--version", action="version", version=f"newslint {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog="newslint")
    for name, module in _COMMANDS.items():
        if asked == name or asked not in _COMMANDS:
            import_module(f"newslint.commands.{module}").add_command(commands)
    return parser


# What can be wrong outside, with no file to be named.
_OUTSIDE = {
    errno.ENOENT: "the folder that it was started in is no longer there",
    errno.ENOSPC: "what there is to say cannot be written: no space left",
    errno.EIO: "what there is to say cannot be written: input or output error",
}
# The module of each command, in the order in which they are listed; what a run does not ask for, it does not import.
_COMMANDS = {
    "check": "checking",
    "test": "proving",
    "explain": "explaining",
    "rules": "listing",
    "schema": "schemas",
    "facts": "stating",
    "measure": "measuring",
    "profile": "profiling",
    "stats": "stats",
    "cache": "caching",
    "daemon": "daemons",
    "grammar": "grammar",
    "baseline": "baselines",
    "suppress": "suppressing",
    "why-not": "asking",
    "new-rule": "making",
    "config": "configs",
    "init": "starting",
}
