"""Which files are articles, and what is said of those that cannot be read."""

import os
import subprocess

import pytest

from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.readers.files import find, parse, read


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.md", "c.TXT", "d.jpg", ".e.txt", "f/g.txt", ".h/i.txt", "j/k.txt", "l/m.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Text.\n")
    return tmp_path


def git(folder, *arguments):
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def test_a_folder(folder):
    assert find(["."]).paths == ("a.txt", "b.md", "c.TXT", "f/g.txt", "j/k.txt")
    assert find(["f", "."]).paths == ("a.txt", "b.md", "c.TXT", "f/g.txt", "j/k.txt")
    assert find([str(folder / "f")]).paths == (f"{folder.as_posix()}/f/g.txt",)
    assert find([".h"]).paths == (".h/i.txt",)


def test_what_git_ignores(folder):
    git(folder, "init", "-q")
    (folder / ".gitignore").write_text("j/\nb.md\n")
    (folder / "b.md").write_text("tracked all the same")
    git(folder, "add", "--force", "b.md")
    assert find(["."]).paths == ("a.txt", "b.md", "c.TXT", "f/g.txt")
    assert find(["j/k.txt"]).paths == ("j/k.txt",)
    # what was asked for by name is read
    assert find(["j"]).paths == ("j/k.txt",)


def test_the_environment_of_a_hook_changes_nothing(folder, monkeypatch):
    git(folder, "init", "-q")
    (folder / "f/.gitignore").write_text("g.txt\n")
    monkeypatch.setenv("GIT_DIR", str(folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(folder / ".git/index"))
    assert find(["f"]).paths == ()


@pytest.mark.usefixtures("folder")
def test_named_in_vain():
    listed = find(["nowhere.txt", "d.jpg", "a.txt", "a.txt/b.txt", "x" * 5000, "a.txt", "./a.txt"])
    assert len(listed.paths) == 1
    said = {one.path: one.message for one in listed.mistakes}
    assert said["nowhere.txt"] == "no such file or folder"
    assert said["d.jpg"].startswith(
        "not a kind of file that newslint reads; it reads .docx, .htm, .html, .json, .markdown"
    )
    assert "cannot be read" in said["a.txt/b.txt"]
    assert "cannot be read" in said["x" * 5000]


def test_links_and_pipes(folder):
    (folder / "f/gone.txt").symlink_to("nowhere.txt")
    (folder / "f/round").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "f/pipe.txt")
    assert find(["f"]).paths == ("f/g.txt", "f/gone.txt")
    lexicon = Lexicon({})
    assert read("f/gone.txt", lexicon) == Mistake("f/gone.txt", None, None, "cannot be read: No such file or directory")
    assert read("f/pipe.txt", lexicon) == Mistake("f/pipe.txt", None, None, "not a file")


def test_links_that_lead_out_are_left_out(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("Text.\n")
    (folder / "f/linked.txt").symlink_to(outside)
    (folder / "f/beside.txt").symlink_to(folder / "a.txt")
    assert find(["f"]).paths == ("f/g.txt",)
    assert find(["f/linked.txt"]).paths == ("f/linked.txt",)
    git(folder, "init", "-q")
    # inside the repository
    assert find(["f"]).paths == ("f/beside.txt", "f/g.txt")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a binary file"),
        (b"a" * 50 + b"\0" + b"b" * 50, "a binary file"),
        (b"A caf\xe9 and \xc3\xa9 in one.", "not UTF-8: byte 0xE9 at offset 5"),
        (b"\xef\xbb\xbfA \xff here", "not UTF-8: byte 0xFF at offset 5"),
    ],
)
def test_no_text(data, says):
    assert parse("a.txt", data, Lexicon({})) == Mistake("a.txt", None, None, says)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        ("\ufeffA\r\nb".encode(), "A\r\nb"),
        (
            "He said: “We met at the café on Monday, and that was that.”".encode("windows-1252"),
            "He said: “We met at the café on Monday, and that was that.”",
        ),
        ("“A”".encode("utf-16"), "“A”"),
    ],
)
def test_text(data, text):
    assert parse("a.txt", data, Lexicon({})).text == text
