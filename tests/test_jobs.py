"""Several processes, and a report that is printed while the run goes on: the same bytes, and a clean end."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import PLAIN, newslint

EXAMPLES = Path(__file__).parent.parent / "examples"
BAD = "A headline of the day\n\nThe gizmo broke the rule of the house on Monday, and no more was said of it.\n"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which is not possible here")


@pytest.fixture
def desk(tmp_path, pack):
    pack({"words/gizmo": PLAIN})
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(40):
        (folder / f"a{number:03}.txt").write_text(BAD.replace("Monday", f"day {number}"), "utf-8")
    (folder / "a007.md").write_text(
        BAD + "\n<!-- newslint: ignore words/gizmo: known here -->\n\nThe gizmo.\n", "utf-8"
    )
    (folder / "a010.docx").write_bytes(b"PK\x03\x04 cut short")
    (folder / "a021x.txt").symlink_to("nowhere")
    (folder / "a022.txt").write_bytes(b"\x00\x81\x8d\xff")
    return tmp_path


def run(desk, *arguments, **how):
    given = ("--rules", "pack", "--select", "words/gizmo,suppressions", "--no-config")
    return newslint("check", *given, *arguments, cwd=desk, **how)


def said(done):
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "concise", "sarif"])
def test_the_same_bytes_with_any_number_of_processes(desk, name):
    one = run(desk, "--format", name, "--statistics", "news")
    assert one.returncode == 2
    assert one.stdout.count(b"a039.txt")
    for jobs in ("2", "4", "auto"):
        assert said(run(desk, "--jobs", jobs, "--format", name, "--statistics", "news")) == said(one)


@pytest.mark.parametrize("name", ["text", "json", "jsonl"])
def test_the_same_bytes_for_the_examples_and_all_rules(tmp_path, name):
    """They are also one story, whose articles are compared when all have been read."""
    cache = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    for more in ((), ("--story",)):
        one = newslint("check", "--format", name, *more, EXAMPLES, env=cache)
        assert one.returncode == 1
        for jobs in ("2", "4"):
            assert said(newslint("check", "--jobs", jobs, "--format", name, *more, EXAMPLES, env=cache)) == said(one)


def test_baseline_revision_and_results_hold_in_every_process(desk):
    cache = {**os.environ, "XDG_CACHE_HOME": str(desk / "cache")}
    known = ("--rules", "pack", "--select", "words/gizmo", "--no-config")
    (desk / "some").mkdir()
    for number in range(12):
        text = BAD if number % 2 else BAD + "\nNow the gizmo is back.\n"
        (desk / "some" / f"{number:02}.txt").write_text(text, "utf-8")
    newslint("baseline", "create", *known, "some", cwd=desk)
    for number in range(0, 12, 3):
        (desk / "some" / f"{number:02}.txt").write_text(BAD + "\nA new gizmo stands here.\n", "utf-8")
    one = run(desk, "some", env=cache)
    assert b"more in the baseline" in one.stdout
    assert b"A new gizmo stands" in one.stdout
    for jobs in ("3", "1"):
        # what other processes found out is remembered by the first
        assert said(run(desk, "--jobs", jobs, "some", env=cache)) == said(one)
    fresh = {**os.environ, "XDG_CACHE_HOME": str(desk / "other")}
    # the first run remembers the rules, the next one what they found
    for _ in range(2):
        assert said(run(desk, "--jobs", "3", "some", env=fresh)) == said(one)
    assert list((desk / "other" / "newslint").glob("results-*.pack"))


@pytest.mark.parametrize("given", ["0", "-1", "two", "1.5", "", "99999", "²"])
def test_no_number_of_processes(desk, given):
    done = run(desk, f"--jobs={given}", "news")
    assert done.returncode == 2
    assert "expected auto or a number of processes, 1 to 1000" in done.stderr.decode()


def test_standard_input_stands_in_its_place(desk):
    given = ("--format", "concise", "--stdin-filename", "news/a005.txt", "news", "-")
    one = run(desk, *given, stdin=b"A gizmo.\n")
    assert one.stdout.count(b"news/a005.txt:1:3") == 1
    assert said(run(desk, *given, "--jobs", "2", stdin=b"A gizmo.\n")) == said(one)


CREW = """
import os, signal, sys
from newslint.crew import Crew
def work(task):
    if task == 3:
        os._exit(7)
    if task == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return task * 2
crew = Crew(work, int(sys.argv[1]))
print([getattr(one, "how", one) for one in crew.answers(12)])
crew.end()
"""


@pytest.mark.parametrize("count", ["1", "2", "5"])
def test_a_process_that_dies_costs_its_task(count):
    done = subprocess.run([sys.executable, "-c", CREW, count], capture_output=True, text=True, check=True)
    assert done.stdout == "[0, 2, 4, 'status 7', 8, 'signal 9', 12, 14, 16, 18, 20, 22]\n"


def started(desk, *arguments):
    """A run over many articles, with pipes, in a group of its own; and its other processes once there are two."""
    for number in range(3000):
        (desk / "news" / f"b{number:04}.txt").write_text(BAD * 20, "utf-8")
    command = [sys.executable, "-m", "newslint", "check", "--rules", "pack", "--select", "words/gizmo", "--no-config"]
    one = subprocess.Popen(
        [*command, "--no-cache", "--jobs", "2", *arguments, "news"],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    children = Path(f"/proc/{one.pid}/task/{one.pid}/children")
    if not Path(f"/proc/self/task/{os.getpid()}/children").exists():
        one.kill()
        one.communicate()
        pytest.skip("which processes belong to a run cannot be told here")
    while one.poll() is None and len(children.read_text().split()) < 2:
        time.sleep(0.01)
    return one, [int(pid) for pid in children.read_text().split()]


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_an_interrupted_run_ends_at_once_and_leaves_nothing(desk):
    one, others = started(desk)
    assert one.stdout.readline()
    os.killpg(one.pid, signal.SIGINT)
    _, err = one.communicate()
    assert (one.returncode, err) == (130, b"")
    assert all(map(gone, others))


def test_a_reader_who_has_seen_enough(desk):
    one, others = started(desk, "--format", "concise")
    with one:
        assert one.stdout.readline().startswith(b"news/a000.txt:3:5: warning")
        one.stdout.close()
        assert one.stderr.read() == b""
    assert one.returncode == 0
    assert all(map(gone, others))


def test_a_process_that_is_killed_costs_one_file(desk):
    one, others = started(desk, "--format", "json")
    os.kill(others[0], signal.SIGKILL)
    out, err = one.communicate()
    report = json.loads(out)
    ended = [mistake for mistake in report["errors"] if "process ended at it (signal 9)" in mistake["message"]]
    assert (one.returncode, err, len(ended)) == (2, b"", 1)
    paths = {finding["path"] for finding in report["findings"]}
    assert len(paths) == 3039
    assert ended[0]["path"] not in paths


def test_a_report_is_printed_while_the_run_goes_on(desk):
    """The first findings are there before the last article is read: it is written when they have been seen."""
    for number in range(3000):
        (desk / "news" / f"b{number:04}.txt").write_text(BAD * 20, "utf-8")
    command = [sys.executable, "-m", "newslint", "check", "--rules", "pack", "--select", "words/gizmo", "--no-config"]
    with subprocess.Popen(
        [*command, "--no-cache", "--format", "jsonl", "news"], cwd=desk, stdout=subprocess.PIPE
    ) as one:
        assert json.loads(one.stdout.readline())["path"] == "news/a000.txt"
        (desk / "news" / "b2999.txt").write_text("The last gizmo.\n", "utf-8")
        findings = [json.loads(line) for line in one.stdout][:-1]
    last = [finding for finding in findings if finding.get("path") == "news/b2999.txt"]
    assert [finding["line"] for finding in last] == [1]
