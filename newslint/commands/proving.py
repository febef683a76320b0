"""``newslint test``: proves rules by their examples."""

import argparse
import os
import sys
from pathlib import Path

from newslint.commands.saying import FAILED, FOUND, fail, say
from newslint.formats.escape import escape
from newslint.languagetool import session
from newslint.rulebook import load, shipped
from newslint.selftest import prove


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    test = commands.add_parser("test", help="prove rules by their examples")
    test.add_argument(
        "paths", nargs="*", metavar="PATH", help="rule files or folders; without, the rules that come with newslint"
    )
    test.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    if missing := [path for path in options.paths if not Path(path).exists()]:
        return fail(f"no such file or folder: {missing[0]}")
    packs = sorted({_pack(Path(path)) for path in options.paths})
    only = [Path(path) for path in options.paths] if packs else None
    book = load([shipped(), *packs], only) if packs else load([shipped()])
    say(book.mistakes)
    if not book.rules and not book.mistakes:
        return fail(f"no rules in {', '.join(options.paths) or shipped().as_posix()}")
    # Java is started for rules that were named, by file or family, not for all of a pack
    session.use(None, start=any(_pack(Path(path)) != Path(path) for path in options.paths))
    not_run: dict[str, str] = {}
    wrong = list(prove(book, not_run))
    say(wrong)
    failed = len({mistake.path for mistake in wrong}) + len(not_run)
    rules = "rule" if len(book.rules) == 1 else "rules"
    sys.stdout.write(f"{len(book.rules)} {rules} read, {len(book.rules) - failed} proved.\n")
    for rule, reason in sorted(not_run.items()):
        sys.stdout.write(f"Not proved: {rule}: {escape(reason)}\n")
    return FAILED if book.mistakes else FOUND if wrong else 0


def _pack(path: Path) -> Path:
    """The pack that a rule file, a family folder or a pack's own folder belongs to, as it was named."""
    up = 2 if path.is_file() else 1 if any(path.glob("*.y*ml")) else 0
    whole = Path(os.path.normpath(path.absolute()))
    folder = whole.parents[up - 1] if up else whole
    return folder if path.is_absolute() else Path(os.path.relpath(folder))
