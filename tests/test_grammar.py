"""Grammar against servers that fail or lie, and what is kept of their answers; the real one is in test_grammar_server."""

import http.server
import json
import os
import shutil
import socket
import threading
import time

import pytest
from conftest import PLAIN, document, newslint, whole
from hypothesis import given
from hypothesis import strategies as st

from newslint.languagetool import cache, client, server, session
from newslint.languagetool.client import Hit
from newslint.linting import Linter
from newslint.rulebook import load

AGREEMENT = "kind: grammar\nrules: [IT_VBZ, EN_A_VS_AN]"
TEXT = "Even there, it look as if the party will lose.\n\nThe goverment gizmo rose.\n"


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    """A cache of the test's own, and no session left over."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    session.use(None)
    yield
    session.current().close()


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


def said(offset, length, rule, *offers, category="GRAMMAR"):
    """One of LanguageTool's matches, as it writes them."""
    return {
        "message": "so it is",
        "offset": offset,
        "length": length,
        "rule": {"id": rule, "category": {"id": category}},
        "replacements": [{"value": one} for one in offers],
    }


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
            answering(
                b'{"matches": [{"offset": 9999, "length": 4, "message": "", "rule": {"id": "IT_VBZ", "category": {"id": "G"}}, "replacements": []}]}'
            ),
            "none of",
        ),
        (
            answering(
                b'{"matches": [{"offset": -4, "length": 4, "message": "", "rule": {"id": "IT_VBZ", "category": {"id": "G"}}, "replacements": []}]}'
            ),
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
    # it was named, so that its silence is not for nothing; a family is not
    assert [one["path"] for one in said["errors"]] == ["grammar/article"]
    assert done.returncode == 2
    done = newslint("check", "--select", "grammar,spelling", "--format", "json", article, env=environment)
    said = json.loads(done.stdout)
    assert "grammar/article" in [one["rule"] for one in said["not_run"]]
    assert done.returncode == 1
    done = newslint("why-not", f"{article}:1", "grammar/article", env=environment)
    assert reason in done.stdout.decode()


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


HITS = [Hit("IT_VBZ", "GRAMMAR", 0, 6, "The word “sentry” does not fit.", ("sentries", "guards"))]


def test_a_damaged_cache_is_forgotten(tmp_path):
    one, other = cache.key("6.6", "The sentry."), cache.key("6.6", "The guards.")
    cache.store({one: HITS})
    assert cache.load([one, other]) == {one: HITS}
    path = next((tmp_path / "cache").rglob("paragraphs.db"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.write_bytes(b"nonsense " * 1000)
    assert cache.load([one]) == {}
    cache.store({other: []})
    assert cache.load([other]) == {other: []}


def test_what_is_kept_cannot_be_read_without_the_paragraph(tmp_path):
    key = cache.key("6.6", "The sentry.")
    cache.store({key: HITS})
    kept = next((tmp_path / "cache").rglob("paragraphs.db")).read_bytes()
    for text in ("sentr", "guards", "IT_VBZ", "GRAMMAR", "instead", key[64:]):
        assert text.encode() not in kept
    assert key[:64].encode() in kept
    # another paragraph with the same name of its row would not read it
    assert cache.load([key[:64] + "0" * 64]) == {}


@given(st.text(max_size=40), st.data())
def test_units_of_utf_16_are_characters_again(text, data):
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start, len(text)))
    units = [len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in (start, end)]
    match = said(units[0], units[1] - units[0], "R")
    body = json.dumps({"matches": [match] if end > start else []}).encode()
    assert client.read(body, text) == ([Hit("R", "GRAMMAR", start, end, "so it is", ())] if end > start else [])


def test_a_foreign_process_is_not_taken_for_ours(tmp_path):
    state = {"pid": os.getpid(), "port": 8081, "mark": "0" * 32}
    folder = tmp_path / "cache" / "newslint" / "grammar"
    folder.mkdir(parents=True)
    (folder / "server.json").write_text(json.dumps(state))
    assert server.lasting() is None


@pytest.mark.parametrize(
    ("rule", "text", "matches", "places"),
    [
        ("rules: [A]", "The cat sat.", [(0, 3, "A", "GRAMMAR"), (4, 3, "B", "GRAMMAR")], ["The"]),
        ("categories: [GRAMMAR]", "The cat sat.", [(0, 3, "A", "GRAMMAR"), (4, 3, "B", "STYLE")], ["The"]),
        ("categories: [GRAMMAR]\nbut: [A]", "The cat sat.", [(0, 3, "A", "GRAMMAR"), (4, 3, "B", "GRAMMAR")], ["cat"]),
        (
            "categories: [GRAMMAR]\nbut: ['*_X']",
            "The cat sat.",
            [(0, 3, "A_X", "GRAMMAR"), (4, 3, "B", "GRAMMAR")],
            ["cat"],
        ),
        (
            "categories: [STYLE]\nrules: [A]\nallow: [CAT]",
            "The cat sat.",
            [(0, 3, "A", "GRAMMAR"), (4, 3, "B", "STYLE")],
            ["The"],
        ),
        ("categories: [GRAMMAR]", "A cat.", [], []),
    ],
)
def test_which_of_its_findings_are_reported(found, rule, text, matches, places):
    body = json.dumps({"matches": [said(at, size, name, category=kind) for at, size, name, kind in matches]})
    listening, url = serve(answering(body.encode()))
    with listening:
        session.use(url)
        assert found(f"kind: grammar\n{rule}", text) == places


def test_a_rule_that_names_nothing(pack):
    book = load([pack({"test/grammar": whole("kind: grammar")})])
    assert ["expected `rules`, `categories` or both" in one.message for one in book.mistakes] == [True]


@pytest.mark.parametrize(
    ("offers", "says", "fix"),
    [
        ((), "“it look”. so it is", None),
        (("it looks",), "“it look”; perhaps “it looks”? so it is", "it looks"),
        (("it looks", "they look"), "“it look”; perhaps “it looks”? so it is", None),
    ],
)
def test_what_a_finding_says(pack, offers, says, fix):
    rule = whole("kind: grammar\nrules: [A]\nmessage: '“{match}”{offer} {says}'")
    book = load([pack({"test/grammar": rule})])
    listening, url = serve(answering(json.dumps({"matches": [said(12, 7, "A", *offers)]}).encode()))
    with listening:
        session.use(url)
        report = Linter(book.rules, book.lexicon).report([document("Even there, it look bad.", book.lexicon)])
    assert [(one.message, one.fix.text if one.fix else None) for one in report.findings] == [(says, fix)]


LONG = (
    "The lorry that brought it look like the one which had been seen at the harbour the night before the fire broke out"
)


@pytest.mark.parametrize(
    ("other", "text", "places"),
    [
        # the same place, a part of it, more than it: said once
        ("kind: phrase\nwords: [it look]", "Now it look bad.", ["it look"]),
        ("kind: phrase\nwords: [look]", "Now it look bad.", ["look"]),
        ("kind: phrase\nwords: [now it look bad]", "Now it look bad.", ["Now it look bad"]),
        # beside it, or about the whole sentence: said, too
        ("kind: phrase\nwords: [bad]", "Now it look bad.", ["it look", "bad"]),
        ("kind: phrase\nwords: [Now]", "Now it look bad.", ["Now", "it look"]),
        (f"kind: phrase\nwords: [{LONG}]", f"{LONG}.", [LONG, "it look"]),
        ("kind: phrase\nwords: [elsewhere]", "Now it look bad.", ["it look"]),
    ],
)
def test_nothing_is_said_twice(pack, other, text, places):
    book = load([pack({"test/grammar": whole("kind: grammar\nrules: [A]"), "test/other": whole(other)})])
    body = json.dumps({"matches": [said(text.index("it look"), 7, "A")]}).encode()
    listening, url = serve(answering(body))
    with listening:
        session.use(url)
        report = Linter(book.rules, book.lexicon).report([document(text, book.lexicon)])
        assert [finding.text for finding in report.findings] == places
        # by itself it is said in any case
        alone = [rule for rule in book.rules if rule.id == "test/grammar"]
        report = Linter(alone, book.lexicon).report([document(text, book.lexicon)])
        assert [finding.text for finding in report.findings] == ["it look"]


def test_proving_all_rules_starts_no_java(pack, tmp_path):
    pack({"test/grammar": whole(AGREEMENT), "test/words": PLAIN})
    done = newslint("test", "pack", cwd=tmp_path)
    assert "2 rules read, 1 proved." in done.stdout.decode()
    assert "Not proved: test/grammar: LanguageTool is not running; run: newslint grammar start" in done.stdout.decode()
