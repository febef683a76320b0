"""``newslint cache``: where the cache is, and emptying it."""

import argparse
import os
import sys
from contextlib import suppress

from newslint import cachefolder
from newslint.formats.escape import escape


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("cache", help="what is remembered between runs: where it is, or forget it")
    command.add_argument("what", choices=["dir", "clear"], help="dir: say where it is; clear: forget all")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    import shutil

    folder = cachefolder.folder({**os.environ, "NEWSLINT_CACHE": ""} if options.what == "clear" else os.environ)
    if options.what == "dir":
        sys.stdout.write(escape(str(folder)) + "\n" if folder else "the cache is off\n")
    elif folder and folder.is_dir() and not folder.is_symlink() and cachefolder.own(folder.stat(), folder=True):
        for one in folder.iterdir():
            with suppress(OSError):
                if one.is_dir() and not one.is_symlink():
                    shutil.rmtree(one)
                else:
                    one.unlink()
    return 0
