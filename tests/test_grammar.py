"""Grammar against the real LanguageTool, and against servers that fail: each failure is told in time and costs no more."""

import http.server
import json
import os
import shutil
import socket
import threading
import time

import pytest
from conftest import document, newslint, whole
from hypothesis import given
from hypothesis import strategies as st

from newslint.languagetool import cache, client, server, session
from newslint.languagetool.client import Hit
from newslint.languagetool.folders import installed
from newslint.linting import Linter
from newslint.rulebook import load

AGREEMENT = "kind: grammar\nrules: [IT_VBZ, EN_A_VS_AN]"
TEXT = "Even there, it look as if the party will lose.\n\nThe goverment gizmo rose.\n"

real = pytest.mark.skipif(
    not (shutil.which("java") and installed()), reason="needs Java and LanguageTool (make grammar)"
)


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
    """What a grammar rule and a plain one say, with a server at that address."""
    rules = {"test/grammar": whole(AGREEMENT), "test/words": whole("kind: phrase\nwords: [gizmo]")}
    book = load([pack(rules)])
    assert not book.mistakes
    session.use(url, seconds)
    return Linter(book.rules, book.lexicon).report([document(text, book.lexicon)])


def serve(handle):
    """A server on a free port that treats each connection as ``handle`` does; gives its address."""
    listening = socket.create_server(("127.0.0.1", 0))

    def run():
        while True:
            try:
                taken, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=handle, args=(taken,), daemon=True).start()

    threading.Thread(target=run, daemon=True).start()
    return listening, f"http://127.0.0.1:{listening.getsockname()[1]}"


def answering(body, status="200 OK"):
    def handle(taken):
        with taken:
            taken.recv(65536)
            taken.sendall(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    return handle


def silent(taken):
    time.sleep(60)
    taken.close()


def dripping(taken):
    """A byte now and then: no single wait is long."""
    try:
        taken.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while True:
            taken.sendall(b" ")
            time.sleep(0.05)
    except OSError:
        taken.close()


@pytest.mark.parametrize(
    ("handle", "reason"),
    [
        (answering(b"no json"), "none of LanguageTool"),
        (answering(b"[]"), "none of LanguageTool"),
        (answering(b"[" * 100_000), "none of LanguageTool"),
        (
            answering(b'{"matches": [{"offset": 9999, "length": 4, "rule": {"id": "IT_VBZ"}, "replacements": []}]}'),
            "none of",
        ),
        (
            answering(b'{"matches": [{"offset": -4, "length": 4, "rule": {"id": "IT_VBZ"}, "replacements": []}]}'),
            "none of",
        ),
        (answering(b"gone", "500 No"), "status 500"),
        (lambda taken: taken.close(), "LanguageTool failed"),
        (silent, "no answer within 1 seconds"),
        (dripping, "no answer within 1 seconds"),
    ],
)
def test_a_server_that_fails_costs_the_grammar_rules_alone(pack, handle, reason):
    listening, url = serve(handle)
    began = time.monotonic()
    with listening:
        said = report(pack, url, seconds=1)
    assert time.monotonic() - began < 15
    assert [finding.text for finding in said.findings] == ["gizmo"]
    assert [one.rule for one in said.not_run] == ["test/grammar"]
    assert reason in said.not_run[0].reason
    assert not said.errors


def test_no_server_there(pack):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    said = report(pack, f"http://127.0.0.1:{port}")
    assert "no connection" in said.not_run[0].reason


@pytest.mark.parametrize(
    ("path", "home", "reason"), [("", None, "no Java"), (None, "none", "newslint grammar install")]
)
def test_without_java_or_languagetool(tmp_path, path, home, reason):
    if path is None and not shutil.which("java"):
        pytest.skip("needs Java")
    article = tmp_path / "article.txt"
    article.write_text("Two goverments met.\n")
    environment = {"XDG_DATA_HOME": str(tmp_path / home if home else tmp_path), "JAVA_HOME": ""}
    if path is not None:
        environment["PATH"] = path
    done = newslint("check", "--select", "grammar/article,spelling", "--format", "json", article, env=environment)
    said = json.loads(done.stdout)
    assert [one["rule"] for one in said["not_run"]] == ["grammar/article"]
    assert reason in said["not_run"][0]["reason"]
    assert len(said["findings"]) == 1
    assert done.returncode == 1


@pytest.mark.parametrize(
    "url", ["grammar.example", "ftp://grammar.example", "http://", "http://a.example/?x=1", "http://a:b"]
)
def test_what_is_no_address(tmp_path, url):
    done = newslint("check", "--grammar-server", url, tmp_path)
    assert done.returncode == 2
    assert b"newslint: " in done.stderr


def test_a_repository_names_no_server(tmp_path):
    (tmp_path / "newslint.toml").write_text('grammar-server = "http://127.0.0.1:1"\n')
    (tmp_path / "article.txt").write_text("Two men met.\n")
    done = newslint("check", "article.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert b"grammar-server" in done.stdout + done.stderr


def test_no_proxy_ever_sees_the_text(pack, monkeypatch):
    seen = []

    def proxy(taken):
        seen.append(taken.recv(65536))
        taken.close()

    listening, url = serve(proxy)
    asked, there = serve(answering(b'{"matches": []}'))
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with listening, asked:
        said = report(pack, there)
    assert not said.not_run
    assert seen == []


def test_a_second_run_asks_about_changed_paragraphs_only(pack):
    asked = []

    class Kept(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            body = b'{"matches": []}'
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Kept) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{serving.server_port}"
        for text in ("One.\n\nTwo.\n", "One.\n\nTwo.\n", "One.\n\nThree.\n"):
            assert not report(pack, url, text).not_run
        serving.shutdown()
    assert [one.partition("text=")[2] for one in asked] == ["One.%0A%0ATwo.", "Three."]


def test_a_damaged_cache_is_forgotten(tmp_path):
    cache.store({"a": [Hit("R", 0, 1, ("x",))]})
    assert cache.load(["a", "b"]) == {"a": [Hit("R", 0, 1, ("x",))]}
    path = next((tmp_path / "cache").rglob("paragraphs.db"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.write_bytes(b"nonsense " * 1000)
    assert cache.load(["a"]) == {}
    cache.store({"a": []})
    assert cache.load(["a"]) == {"a": []}


@given(st.text(max_size=40), st.data())
def test_units_of_utf_16_are_characters_again(text, data):
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start, len(text)))
    units = [len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in (start, end)]
    match = {"offset": units[0], "length": units[1] - units[0], "rule": {"id": "R"}, "replacements": []}
    body = json.dumps({"matches": [match] if end > start else []}).encode()
    assert client.read(body, text) == ([Hit("R", start, end, ())] if end > start else [])


@real
def test_the_real_one_finds_it_behind_an_emoji(pack, running):
    url = f"http://127.0.0.1:{running.port}"
    text = "🚨🚨 The party will lose.\n\n🚨 Even there, it look as if it was an bid to help.\n"
    said = report(pack, url, text)
    assert [finding.text for finding in said.findings] == ["look", "an"]
    assert not said.not_run


@real
def test_a_server_of_ones_own_is_started_and_stopped(pack):
    said = report(pack, None)
    assert [finding.text for finding in said.findings] == ["look", "gizmo"]
    own = session.current().own
    assert own is not None
    assert server.alive(own)
    session.current().close()
    assert not server.alive(own)


@real
def test_killed_in_the_middle_of_the_run(pack):
    report(pack, None)
    own = session.current().own
    os.kill(own.pid, 9)
    rules = {"test/grammar": whole(AGREEMENT), "test/words": whole("kind: phrase\nwords: [gizmo]")}
    book = load([pack(rules)])
    said = Linter(book.rules, book.lexicon).report([document("Other text, an gizmo.\n", book.lexicon)])
    assert [finding.text for finding in said.findings] == ["gizmo"]
    assert "in the middle of the run" in said.not_run[0].reason


@real
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


def test_a_foreign_process_is_not_taken_for_ours(tmp_path):
    state = {"pid": os.getpid(), "port": 8081, "mark": "0" * 32}
    folder = tmp_path / "cache" / "newslint" / "grammar"
    folder.mkdir(parents=True)
    (folder / "server.json").write_text(json.dumps(state))
    assert server.lasting() is None
