"""``newslint grammar``: puts LanguageTool on this machine, and keeps its server running between checks."""

import argparse
import sys

from newslint.commands.saying import fail
from newslint.languagetool.folders import VERSION, UnavailableError


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("grammar", help="LanguageTool on this machine: install, start, stop, status")
    parser.add_argument("action", choices=["install", "start", "stop", "status"])
    parser.set_defaults(run=_run)


def add_arguments(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--grammar-server",
        metavar="URL",
        help="send text for grammar rules to this LanguageTool server, instead of one on this machine",
    )


def _run(options: argparse.Namespace) -> int:
    try:
        said = {"install": _install, "start": _start, "stop": _stop, "status": _status}[options.action]()
    except UnavailableError as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"grammar {options.action}: {error}")
    sys.stdout.write(said + "\n")
    return 0


def _install() -> str:
    from newslint.languagetool.folders import installed
    from newslint.languagetool.install import install

    had = installed()
    folder = install()
    import shutil

    java = "" if shutil.which("java") else " It needs Java 17 or newer, which is not here yet."
    return f"LanguageTool {VERSION} {'was already' if had else 'is now'} in {folder}.{java}"


def _start() -> str:
    from newslint.languagetool import server

    running = server.lasting()
    if running:
        return f"Already running: process {running.pid}, port {running.port}."
    running = server.start(keep=True)
    return f"Running: process {running.pid}, port {running.port} of this machine. End it with newslint grammar stop."


def _stop() -> str:
    from newslint.languagetool import server

    running = server.lasting()
    if running is None:
        return "No server is running."
    server.stop(running)
    return f"Stopped: process {running.pid}."


def _status() -> str:
    from newslint.languagetool import server
    from newslint.languagetool.folders import installed, jars

    where = f"in {jars()}" if installed() else "not installed (newslint grammar install)"
    import shutil

    java = shutil.which("java") or "not found"
    running = server.lasting()
    state = f"running: process {running.pid}, port {running.port}" if running else "not running; a check starts it"
    return f"LanguageTool {VERSION}: {where}\nJava: {java}\nServer: {state}"
