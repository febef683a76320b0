"""``newslint init``: writes a configuration to begin with."""

import argparse
import os
import sys
from pathlib import Path

from newslint.commands.saying import fail
from newslint.config.layer import NAME
from newslint.config.start import START
from newslint.formats.escape import escape
from newslint.rewriting import put


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    init = commands.add_parser("init", help=f"write a {NAME} to begin with")
    init.add_argument("folder", nargs="?", default=".", metavar="FOLDER")
    init.add_argument("--force", action="store_true", help="write it anew where there is one")
    init.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    path = Path(options.folder, NAME)
    shown = path.as_posix()
    if not path.parent.is_dir():
        return fail(f"no such folder: {path.parent.as_posix()}")
    if os.path.lexists(path) and not options.force:
        return fail(f"{shown} is there already; --force writes it anew")
    if path.is_symlink():
        return fail(f"{shown} is a link, and not written through")
    if wrong := put(str(path), START.encode()):
        return fail(f"{shown}: {wrong}")
    sys.stdout.write(f"{escape(shown)} written; newslint config shows what is in force.\n")
    return 0
