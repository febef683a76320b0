"""Grammar against the real LanguageTool: found, started, stopped, killed, hung, behind proxies; skipped without it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from conftest import document, newslint, whole

from newslint.languagetool import server, session
from newslint.languagetool.folders import installed
from newslint.linting import Linter
from newslint.rulebook import load

pytestmark = [
    pytest.mark.skipif(not (shutil.which("java") and installed()), reason="needs Java and LanguageTool (make grammar)"),
    # one after the other: a server takes 400 MB
    pytest.mark.xdist_group("languagetool"),
]

AGREEMENT = "kind: grammar\nrules: [IT_VBZ, EN_A_VS_AN]"
TEXT = "Even there, it look as if the party will lose.\n\nThe goverment gizmo rose.\n"
RULES = {"test/grammar": whole(AGREEMENT), "test/words": whole("kind: phrase\nwords: [gizmo]")}


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    """A cache of the test's own, and no session left over."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    session.use(None)
    yield
    session.current().close()


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One LanguageTool for the tests that need only ask."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        one = server.start(60)
    yield one
    server.stop(one)


def report(pack, url, text=TEXT, seconds=20):
    """What a grammar rule and a plain one say, with a server at that address or one of newslint's own."""
    book = load([pack(RULES)])
    assert not book.mistakes
    session.use(url, seconds)
    return Linter(book.rules, book.lexicon).report([document(text, book.lexicon)])


def again(pack, text):
    """What they say of another text in the same run."""
    book = load([pack(RULES)])
    return Linter(book.rules, book.lexicon).report([document(text, book.lexicon)])


def test_the_real_one_finds_it_behind_an_emoji(pack, running):
    url = f"http://127.0.0.1:{running.port}"
    text = "🚨🚨 The party will lose.\n\n🚨 Even there, it look as if it was an bid to help.\n"
    said = report(pack, url, text)
    assert [finding.text for finding in said.findings] == ["look", "an"]
    assert not said.not_run


def test_a_server_of_ones_own_is_started_and_stopped(pack):
    said = report(pack, None)
    assert [finding.text for finding in said.findings] == ["look", "gizmo"]
    own = session.current().own
    assert own is not None
    assert server.alive(own)
    session.current().close()
    assert not server.alive(own)


def test_killed_in_the_middle_of_the_run(pack):
    report(pack, None)
    os.kill(session.current().own.pid, signal.SIGKILL)
    said = again(pack, "Other text, an gizmo.\n")
    assert [finding.text for finding in said.findings] == ["gizmo"]
    assert "in the middle of the run" in said.not_run[0].reason


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no way to hold a process here")
def test_hung_in_the_middle_of_the_run(pack):
    report(pack, None)
    own = session.current().own
    session.current().seconds = 1
    os.kill(own.pid, signal.SIGSTOP)
    said = again(pack, "Other text, an gizmo.\n")
    assert [finding.text for finding in said.findings] == ["gizmo"]
    assert "no answer within 1 seconds" in said.not_run[0].reason
    assert not server.alive(own)


def test_a_port_that_somebody_took(monkeypatch):
    free = server.free_port
    with socket.create_server((server.LOOPBACK, 0)) as taken:
        ports = iter([taken.getsockname()[1]])
        monkeypatch.setattr(server, "free_port", lambda: next(ports, None) or free())
        running = server.start(60)
    server.stop(running)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_server_ends_with_newslint_however_that_ends(how):
    code = (
        "import time; from newslint.languagetool import server; print(*server.start(60), flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as owner:
        pid, port, mark = owner.stdout.readline().decode().split()
        running = server.Running(int(pid), int(port), mark)
        assert server.alive(running)
        owner.send_signal(how)
    until = time.monotonic() + 30
    while server.alive(running) and time.monotonic() < until:
        time.sleep(0.05)
    assert not server.alive(running)


def test_no_proxy_sees_the_text(tmp_path):
    seen = []
    with socket.create_server((server.LOOPBACK, 0)) as proxy:

        def run():
            while True:
                try:
                    taken, _ = proxy.accept()
                except OSError:
                    return
                seen.append(taken.recv(65536))
                taken.close()

        threading.Thread(target=run, daemon=True).start()
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        names = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
        environment = {**dict.fromkeys(names, address), "no_proxy": "", "NO_PROXY": ""}
        environment["JAVA_TOOL_OPTIONS"] = f"-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort={proxy.getsockname()[1]}"
        (tmp_path / "article.txt").write_text("It was an bid to help.\n")
        done = newslint("check", "--select", "grammar", "--format", "json", tmp_path / "article.txt", env=environment)
    assert [one["text"] for one in json.loads(done.stdout)["findings"]] == ["an"]
    assert seen == []


def test_an_article_already_checked_needs_no_server(tmp_path):
    (tmp_path / "article.txt").write_text(f"It was an bid to help.\n\n{TEXT}")
    arguments = ("check", "--select", "grammar", "--format", "json", tmp_path / "article.txt")
    first = newslint(*arguments)
    second = newslint(*arguments, env={"PATH": "", "JAVA_HOME": "", "XDG_DATA_HOME": str(tmp_path)})
    assert [one["text"] for one in json.loads(first.stdout)["findings"]] == ["an", "look"]
    assert second.stdout == first.stdout


def test_the_shipped_rules_are_proved_where_they_are_named():
    done = newslint("test", Path(__file__).parent.parent / "rules" / "grammar")
    assert done.returncode == 0
    assert b"Not proved" not in done.stdout


def test_start_status_stop():
    try:
        assert newslint("grammar", "start").returncode == 0
        assert b"running: process" in newslint("grammar", "status").stdout
        assert b"Already running" in newslint("grammar", "start").stdout
        assert server.lasting() is not None
    finally:
        stopped = newslint("grammar", "stop")
    assert stopped.stdout.startswith(b"Stopped")
    assert server.lasting() is None
    assert newslint("grammar", "stop").stdout == b"No server is running.\n"
