"""What is new since a git revision, asked of a real git."""

import shutil
import subprocess

import pytest
from conftest import PLAIN, newslint

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
RULES = ("--rules", "pack", "--select", "words/gizmo")
OLD = "A headline\n\nThe gizmo broke.\n\nThe gizmo rose.\n\nAll is well.\n"


def git(desk, *words):
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=desk, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path, pack):
    pack({"words/gizmo": PLAIN})
    (tmp_path / "a.txt").write_text(OLD)
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    return tmp_path


def new(desk, *arguments, since="main"):
    run = newslint("check", *RULES, "--format", "concise", "--since", since, *(arguments or ["."]), cwd=desk)
    assert run.returncode < 2, run
    assert not run.stderr, run
    return [line.partition(": ")[0] for line in run.stdout.decode().splitlines()]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (OLD, []),
        (OLD + "The gizmo fell.\n", ["a.txt:8:5"]),
        (OLD.replace("broke", "spoke"), ["a.txt:3:5"]),
        ("Something new.\n\n" + OLD, []),
        (OLD.replace("The gizmo broke.\n\n", ""), []),
        (OLD.replace("\n", "\r\n"), ["a.txt:3:5", "a.txt:5:5"]),
        (OLD[:-1] + " A gizmo", ["a.txt:7:16"]),
        (OLD.replace("All is well.", "++ b/a.txt\n@@ -1 +1 @@\nThe gizmo."), ["a.txt:9:5"]),
    ],
)
def test_lines_that_are_new(desk, text, lines):
    (desk / "a.txt").write_bytes(text.encode())
    assert new(desk) == lines


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--since", "", "."), b"newslint: no revision \xe2\x80\x9c\xe2\x80\x9d here\n"),
        (("--since", "main", "-"), b"newslint: --since speaks of files; standard input is none\n"),
    ],
)
def test_what_cannot_be_answered_is_refused(desk, arguments, says):
    run = newslint("check", *RULES, *arguments, cwd=desk)
    assert (run.returncode, run.stderr) == (2, says)


def test_a_paragraph_is_new_as_a_whole(desk):
    old = "The gizmo broke on Monday in the hall where it had stood for\nyears, and nobody knew why it had done so or who had seen it\nfall to the ground.\n"
    (desk / "b.txt").write_text(old)
    git(desk, "add", ".")
    git(desk, "commit", "-m", "second")
    (desk / "b.txt").write_text(old.replace("who had seen it", "who had heard it"))
    assert new(desk, since="HEAD") == ["b.txt:1:5"]


def test_untracked_renamed_and_committed(desk):
    (desk / "ü “b”.txt").write_text("The gizmo broke.\n")
    assert new(desk) == ["ü “b”.txt:1:5"]
    (desk / "ü “b”.txt").rename(desk / 'ü "b".txt')
    git(desk, "checkout", "-b", "draft")
    git(desk, "mv", "a.txt", "c.txt")
    (desk / "c.txt").write_text(OLD + "The gizmo fell.\n")
    git(desk, "add", ".")
    git(desk, "commit", "-m", "renamed")
    assert new(desk) == ["c.txt:8:5", 'ü "b".txt:1:5']
    # what main has got since is not ours
    git(desk, "checkout", "main")
    (desk / "a.txt").write_text(OLD.replace("broke", "spoke"))
    git(desk, "commit", "-am", "third")
    git(desk, "checkout", "draft")
    assert new(desk) == ["c.txt:8:5", 'ü "b".txt:1:5']


def test_what_git_takes_for_binary_is_new_as_a_whole(desk):
    (desk / "a.txt").write_bytes(OLD.encode("utf-16"))
    assert new(desk) == ["a.txt:3:5", "a.txt:5:5"]


def test_no_such_revision(desk, tmp_path_factory):
    run = newslint("check", *RULES, "--since", "nowhere", ".", cwd=desk)
    assert (run.returncode, run.stderr.decode()) == (2, "newslint: no revision “nowhere” here\n")
    assert newslint("check", "--since=--output=x", ".", cwd=desk).returncode == 2
    assert not (desk / "x").exists()
    other = tmp_path_factory.mktemp("none")
    (other / "a.txt").write_text("All is well.")
    run = newslint("check", "--since", "main", "a.txt", cwd=other, env={"GIT_CEILING_DIRECTORIES": str(other.parent)})
    assert run.returncode == 2
    assert b"not a git repository" in run.stderr


def test_no_program_that_the_repository_names_is_run(desk):
    trap = desk / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{desk}/sprung'\ncat\n")
    trap.chmod(0o755)
    (desk / ".gitattributes").write_text("*.txt filter=trap diff=trap\n")
    hooks = desk / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    shutil.copy(trap, hooks / "post-index-change")
    for name in (
        "core.fsmonitor",
        "diff.external",
        "diff.trap.command",
        "diff.trap.textconv",
        "filter.trap.clean",
        "filter.trap.smudge",
        "filter.trap.process",
    ):
        git(desk, "config", name, str(trap))
    git(desk, "config", "filter.trap.required", "true")
    (desk / "a.txt").write_text(OLD + "The gizmo fell.\n")
    assert new(desk, "a.txt") == ["a.txt:8:5"]
    assert not (desk / "sprung").exists()


def test_fixes_only_what_is_new(desk, pack):
    swap = PLAIN.replace("words: [gizmo]", "swap: {gizmo: thing}\nsafe: true")
    pack({"words/gizmo": swap})
    (desk / "a.txt").write_text(OLD.replace("All is well", "A gizmo and a gizmo"))
    assert new(desk, "a.txt", "--fix") == []
    assert (desk / "a.txt").read_text() == OLD.replace("All is well", "A thing and a thing")
