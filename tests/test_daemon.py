"""The daemon that a user may start: the same answers to the byte, nothing stale, and no harm where it cannot help."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from conftest import PLAIN, newslint

from newslint import client

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no Unix sockets here")

CHECKOUT = Path(__file__).resolve().parent.parent
TEXT = "Mayor opens the pool\n\nThe the pool is open, said “Ann Berg.\n\nThe gizmo broke, and nobody said why.\n"


class Desk:
    """A folder with drafts, a cache of its own, and perhaps a daemon."""

    def __init__(self, top):
        self.top = top
        self.cache = top / "c"
        (top / "draft.txt").write_text(TEXT, "utf-8")
        (top / "clean.txt").write_text("Pool opens\n\nThe pool is open.\n", "utf-8")

    def run(self, *arguments, **how):
        env = {"XDG_CACHE_HOME": str(self.cache), **how.pop("env", {})}
        done = newslint(*arguments, cwd=self.top, env=env, **how)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def both(self, *arguments, **how):
        """What a check says with the daemon, which must be what it says without."""
        with_it = self.run("check", *arguments, **how)
        env = {**how.pop("env", {}), "XDG_CACHE_HOME": str(self.top / "other")}
        assert self.run("check", *arguments, env=env, **how) == with_it
        return with_it

    def checks(self):
        """How many checks the daemon has done."""
        return int(re.search(r"checks done: (\d+)\.", self.run("daemon", "status")[1])[1])

    def pid(self):
        return int(re.search(r"process (\d+)", self.run("daemon", "status")[1])[1])

    def place(self):
        (found,) = (self.cache / "newslint").glob("daemon-*")
        return found


@pytest.fixture
def desk():
    # a socket's path may not be long, and pytest's folders are
    with tempfile.TemporaryDirectory(prefix="nl-") as name:
        yield Desk(Path(name))


@pytest.fixture
def served(desk):
    status, said, _ = desk.run("daemon", "start")
    assert status == 0, said
    yield desk
    desk.run("daemon", "stop")


@pytest.fixture(scope="module")
def lasting():
    """A daemon for tests that leave it as it is."""
    with tempfile.TemporaryDirectory(prefix="nl-") as name:
        desk = Desk(Path(name))
        assert desk.run("daemon", "start")[0] == 0
        yield desk
        desk.run("daemon", "stop")


@pytest.mark.parametrize(
    "arguments",
    [
        ["draft.txt"],
        ["clean.txt"],
        ["./draft.txt", "--format", "concise"],
        ["draft.txt", "--format", "json"],
        ["draft.txt", "--select", "words", "--fail-on", "never"],
        ["draft.txt", "--published", "2021-12-30", "--statistics"],
    ],
)
def test_a_check_says_the_same_and_ends_the_same(lasting, arguments):
    before = lasting.checks()
    status, out, _ = lasting.both(*arguments)
    assert ("the the" in out.lower()) == ("draft" in arguments[0])
    assert status == ("draft" in arguments[0] and "never" not in arguments)
    assert lasting.checks() == before + 1


def test_standard_input_is_checked_as_the_file_it_is_called(lasting):
    before = lasting.checks()
    given = {"stdin": TEXT.encode()}
    _, out, _ = lasting.both("--format", "concise", "--stdin-filename", "unsaved.md", "-", **given)
    assert out.startswith("unsaved.md:3:1: ")
    assert lasting.checks() == before + 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.txt"],
        ["draft.txt", "--select", "nothing/such"],
        ["draft.txt", "--nonsense"],
        ["draft.txt", "--config", "missing.toml"],
        ["draft.txt", "--published", "yesterday"],
    ],
)
def test_a_mistake_is_said_as_without_it(lasting, arguments):
    status, out, said = lasting.both(*arguments)
    assert status == 2
    assert out or said


@pytest.mark.parametrize("arguments", [["draft.txt", "clean.txt"], ["."], ["draft.txt", "--no-cache"], ["--help"]])
def test_what_would_hold_it_up_is_left_to_who_asked(lasting, arguments):
    before = lasting.checks()
    assert lasting.run("check", *arguments)[1]
    assert lasting.checks() == before


def test_fixes_are_left_to_who_asked(served):
    assert served.run("check", "draft.txt", "--unsafe-fixes", "--fix")[0] in {0, 1}
    assert served.checks() == 0
    assert "The the" not in (served.top / "draft.txt").read_text("utf-8")


def test_rules_lists_and_configurations_count_as_soon_as_they_change(served):
    rule = served.top / "own/words/gizmo.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(PLAIN, "utf-8")
    config = served.top / "newslint.toml"
    config.write_text('rules = ["own"]\nselect = ["words/gizmo"]\n', "utf-8")
    assert "“gizmo” is not said here." in served.run("check", "draft.txt")[1]
    rule.write_text(PLAIN.replace("is not said here", "is another word"), "utf-8")
    assert "“gizmo” is another word." in served.run("check", "draft.txt")[1]
    config.write_text('rules = ["own"]\nignore = ["words/gizmo"]\n', "utf-8")
    assert "gizmo” is" not in served.run("check", "draft.txt")[1]
    assert served.checks() == 3


def test_the_folder_and_the_environment_are_those_of_who_asked(served):
    own = served.top / "config/newslint/newslint.toml"
    own.parent.mkdir(parents=True)
    own.write_text('format = "concise"\n', "utf-8")
    out = served.run("check", "draft.txt", env={"XDG_CONFIG_HOME": str(served.top / "config")})[1]
    assert out.startswith("draft.txt:3:1: ")
    assert not served.run("check", "draft.txt")[1].startswith("draft.txt:3:1: ")
    (served.top / "sub").mkdir()
    (served.top / "sub/draft.txt").write_text("Pool\n\nThe the pool is open.\n", "utf-8")
    env = {"XDG_CACHE_HOME": str(served.cache)}
    done = newslint("check", "draft.txt", cwd=served.top / "sub", env=env)
    assert b"The the" in done.stdout
    assert served.checks() == 3


def test_it_is_started_once_says_how_it_does_and_stops(desk):
    assert desk.run("daemon", "status")[1] == "Not running.\n"
    first = desk.run("daemon", "start")
    assert re.fullmatch(r"Running: process \d+, for 0 minutes; checks done: 0\.\n", first[1])
    assert desk.run("daemon", "start") == first
    pid = desk.pid()
    assert desk.run("daemon", "stop") == (0, f"Stopped: process {pid}.\n", "")
    assert desk.run("daemon", "stop") == (0, "No daemon is running.\n", "")
    assert not [*(desk.cache / "newslint").glob("*daemon*")]
    assert desk.run("check", "draft.txt")[0] == 1


def test_where_the_cache_is_off_there_is_none(desk):
    status, _, said = desk.run("daemon", "start", env={"NEWSLINT_CACHE": "off"})
    assert (status, said) == (2, "newslint: the daemon listens in the cache folder, and the cache is off\n")


def test_a_folder_too_deep_for_a_socket_is_said(desk):
    status, _, said = desk.run("daemon", "start", env={"XDG_CACHE_HOME": str(desk.top / ("deep" * 30))})
    assert status == 2
    assert "did not start" in said
    assert "too long" in said


def test_one_that_was_killed_is_no_hindrance(served):
    os.kill(served.pid(), signal.SIGKILL)
    time.sleep(0.2)
    assert served.run("check", "draft.txt")[0] == 1
    assert served.run("daemon", "status")[1] == "Not running.\n"
    assert served.run("daemon", "start")[1].startswith("Running: ")
    assert served.run("check", "draft.txt")[0] == 1
    assert served.checks() == 1


def test_it_ends_with_its_place(served):
    pid = served.pid()
    served.run("cache", "clear")
    assert served.run("check", "draft.txt")[0] == 1
    assert served.run("daemon", "start")[1].startswith("Running: ")
    assert served.pid() != pid
    # the first would see it within half a minute
    os.kill(pid, signal.SIGTERM)


def test_one_that_is_busy_is_not_waited_for(served):
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(served.place()))
        assert line.recv(1) == client.FREE
        assert served.run("check", "draft.txt")[0] == 1
    assert served.checks() == 0


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_not_handed_over(served, closed):
    env = {**os.environ, "XDG_CACHE_HOME": str(served.cache)}
    script = f"{sys.executable} -m newslint check draft.txt {closed}"
    done = subprocess.run(["sh", "-c", script], cwd=served.top, env=env, capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert served.checks() == 0


def test_who_asked_and_went_away_does_not_hold_it(served):
    env = {**os.environ, "XDG_CACHE_HOME": str(served.cache)}
    command = [sys.executable, "-m", "newslint", "check", "-"]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    asking = subprocess.Popen(command, cwd=served.top, env=env, **streams)
    asking.stdin.write(b"Pool opens\n\nThe pool")
    asking.stdin.flush()
    time.sleep(0.5)
    asking.kill()
    asking.wait()
    # its end of the pipe is still open
    assert served.run("check", "draft.txt")[0] == 1
    assert served.checks() == 1
    with asking:
        assert not asking.stderr.read()


def test_nonsense_does_it_no_harm(served):
    for message in (b"", b"\0", b"\xff" * 8, (5).to_bytes(8, "little") + b"abcde", (9).to_bytes(8, "little") + b"N"):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(served.place()))
            assert line.recv(1) == client.FREE
            line.sendall(message)
    assert served.run("check", "draft.txt")[0] == 1
    assert served.checks() == 1


def test_a_place_where_others_can_write_is_not_asked(served):
    (served.cache / "newslint").chmod(0o777)
    assert served.run("check", "draft.txt")[0] == 1
    (served.cache / "newslint").chmod(0o700)
    assert served.checks() == 0


def test_its_place_is_its_users_alone(served):
    assert served.place().stat().st_mode & 0o777 == 0o600


def test_one_that_is_of_an_older_newslint_checks_nothing_more(desk):
    for part in ("newslint", "rules"):
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(CHECKOUT / part, desk.top / "copy" / part, ignore=skipped)
    env = {"PYTHONPATH": str(desk.top / "copy")}
    assert desk.run("daemon", "start", env=env)[0] == 0
    assert desk.run("check", "clean.txt", env=env)[0] == 0
    changed = desk.top / "copy/newslint/commands/saying.py"
    changed.write_text(changed.read_text("utf-8") + "\n", "utf-8")
    assert desk.run("check", "draft.txt", env=env)[0] == 1
    assert desk.run("daemon", "status", env=env)[1] == "Not running.\n"
