"""``newslint daemon``: a process that keeps rules ready between checks, for editors that check at every pause."""

import argparse
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from newslint import client
from newslint.commands.saying import fail, tell

# Seconds that a daemon may take to come; to be done with the article at hand.
_COMES, _PATIENCE = 60, 20


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("daemon", help="a process that keeps rules ready for editors: start, stop, status")
    parser.add_argument("action", choices=["start", "stop", "status"])
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    import socket

    if not hasattr(socket, "AF_UNIX") or sys.platform == "win32":
        return fail("the daemon listens at a Unix socket, which this system does not have")
    place = client.place()
    if place is None:
        return fail("the daemon listens in the cache folder, and the cache is off")
    return {"start": _start, "stop": _stop, "status": _status}[options.action](Path(place))


def _start(place: Path) -> int:
    from newslint import cachefolder

    if client.answer(["daemon", "status"], _PATIENCE) == 0:
        return 0
    if not cachefolder.ready(place.parent):
        return fail(f"{place.parent}: cannot be written to, or is not yours alone")
    import subprocess

    process = subprocess.Popen(  # noqa: S603 - arguments of our own
        [sys.executable, "-m", "newslint.daemon", str(place)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until = time.monotonic() + _COMES
    while time.monotonic() < until and process.poll() is None:
        if client.answer(["daemon", "status"], _COMES) == 0:
            # it outlives this process, which is not to wait for it
            process.returncode = 0
            return 0
        time.sleep(0.05)
    said = process.communicate()[1].decode("utf-8", "replace").strip() if process.poll() is not None else ""
    return fail(f"the daemon did not start: {said.splitlines()[-1] if said else 'no answer'}")


def _stop(place: Path) -> int:
    if client.answer(["daemon", "stop"], _PATIENCE) is not None:
        return 0
    with suppress(OSError):
        # without its place it ends by itself
        os.unlink(place)  # noqa: PTH108 - no folder
    tell(["No daemon is running."])
    return 0


def _status(_: Path) -> int:
    if client.answer(["daemon", "status"], _PATIENCE) is None:
        tell(["Not running."])
    return 0
