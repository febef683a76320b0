"""Stories: articles that are compared with each other, and what an article says of itself at its head."""

import datetime
import json

import pytest
from conftest import newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli import main
from newslint.lexicon import Lexicon
from newslint.readers import files
from newslint.readers.front_matter import MOST, front_matter

MONDAY = "Talks begin at Horna\n\nJack Whitfield, the commissioner, flew in on Monday. Whitfield spoke to nobody.\n"
TUESDAY = "Talks go on at Horna\n\nJake Whitfield, the commissioner, spoke on Tuesday. Whitfield was tired.\n"
RULE = "names/first-name-changes"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    folder = tmp_path / "repo"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def between(capsys):
    """The places of findings between articles, each with the place that its note points to."""

    def run(*arguments):
        main(["check", *arguments, "--select", RULE, "--format", "json"])
        report = json.loads(capsys.readouterr().out)
        assert report["errors"] == []
        return {(one["path"], one["line"], one["text"], one["notes"][0]["path"]) for one in report["findings"]}

    return run


def put(folder, articles):
    for name, text in articles.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def test_the_articles_of_a_folder_are_one_story(desk, between):
    put(desk, {"horna/1.txt": MONDAY, "horna/2.md": TUESDAY, "else/3.txt": TUESDAY, "horna/later/4.txt": TUESDAY})
    assert between(".") == set()
    (desk / "newslint.toml").write_text('story = {by = "folder"}\n')
    assert between(".") == {("horna/2.md", 2 + 1, "Jake Whitfield", "horna/1.txt")}
    # the other is read from disk, and the finding stands on the one that was named
    assert between("horna/2.md") == {("horna/2.md", 3, "Jake Whitfield", "horna/1.txt")}
    assert between("horna/1.txt") == {("horna/1.txt", 3, "Jack Whitfield", "horna/2.md")}
    assert between("else/3.txt") == set()
    # given on the command line, what is given is the story
    assert between("else/3.txt", "horna/1.txt", "--story") == {("horna/1.txt", 3, "Jack Whitfield", "else/3.txt")}
    (desk / "newslint.toml").write_text('story = {by = "folder"}\nexclude = ["horna/2.md"]\n')
    assert between("horna/1.txt") == set()


def test_the_later_article_is_the_one_at_odds(desk, between):
    put(
        desk,
        {
            "newslint.toml": 'story = {by = "folder"}\n',
            "horna/a.md": f"---\ndate: 2024-03-05\n---\n{TUESDAY}",
            "horna/b.md": f"---\ndate: 2024-03-04\n---\n{MONDAY}",
        },
    )
    assert between("horna") == {("horna/a.md", 6, "Jake Whitfield", "horna/b.md")}


def test_a_value_of_the_front_matter_names_the_story(desk, between):
    put(
        desk,
        {
            "newslint.toml": 'story = {by = "front-matter", key = "story"}\n',
            "mon/1.md": f"---\nstory: Horna talks\n---\n{MONDAY}",
            "tue/2.txt": f"---\nstory: 'horna  Talks'\n---\n{TUESDAY}",
            "tue/5.md": f'+++\nstory = "other"\n+++\n{MONDAY}',
            "tue/3.txt": f"---\nstory: another\n---\n{TUESDAY}",
            "mon/4.txt": TUESDAY,
        },
    )
    expected = {("tue/2.txt", 6, "Jake Whitfield", "mon/1.md")}
    assert between(".") == expected
    assert between("tue/2.txt") == expected
    assert between("tue") == expected
    assert between("mon/4.txt", "tue/3.txt") == set()


def test_a_sibling_outside_the_repository_is_not_read(desk, between, tmp_path):
    (tmp_path / "outside.txt").write_text(TUESDAY)
    put(desk, {"newslint.toml": 'story = {by = "folder"}\n', "horna/1.txt": MONDAY})
    (desk / "horna/2.txt").symlink_to(tmp_path / "outside.txt")
    (desk / "horna/3.txt").write_bytes(b"\x89PNG\r\n\0")
    assert between("horna/1.txt") == set()


def test_an_unsaved_article_is_compared_with_those_on_disk(desk):
    put(desk, {"newslint.toml": 'story = {by = "folder"}\n', "horna/1.txt": MONDAY, "horna/2.txt": MONDAY})
    run = newslint("check", "-", "--stdin-filename", "horna/2.txt", "--select", RULE, cwd=desk, stdin=TUESDAY.encode())
    shown = run.stdout.decode()
    assert run.returncode == 1
    assert shown.startswith("horna/2.txt\n  3:1  warning  names/first-name-changes")
    # the second place is shown with its text
    assert "horna/1.txt:3: “Jack Whitfield” here\n        Jack Whitfield, the commissioner, flew in" in shown


DATED = "A headline of the day\n\nThe bridge was opened on Tuesday, March 4, and the mayor spoke to the town.\n"


def test_the_day_of_an_article(desk, capsys):
    put(desk, {"a.md": DATED, "b.md": f"---\ndate: 2025-03-05\n---\n{DATED}"})

    def found(*arguments):
        main(["check", ".", "--select", "dates/weekday-does-not-fit", "--format", "json", *arguments])
        return {one["path"] for one in json.loads(capsys.readouterr().out)["findings"]}

    # March 4 was a Tuesday in 2025, a Monday in 2024
    assert found("--published", "2025-03-05") == set()
    assert found("--published", "2024-03-05") == {"a.md"}


def test_front_matter_is_none_of_the_article(desk, capsys):
    head = '---\nslug: "The the title"\ntags: [a, a]\nurl: http://user@bit.ly/a\n---\n\n'
    put(desk, {"a.md": head + DATED, "b.txt": head + DATED, "c.txt": DATED.replace("mayor", "the mayor")})
    assert main(["check", "a.md", "b.txt", "--published", "2025-03-05"]) == 0
    assert capsys.readouterr().out == "2 articles, no findings.\n"
    (desk / "a.md").write_text(head + DATED.replace("mayor", "the mayor"))
    assert main(["check", "a.md", "--select", "words/doubled-word", "--fix", "--unsafe-fixes"]) == 0
    assert (desk / "a.md").read_text() == head + DATED


@pytest.mark.parametrize(
    ("head", "meta"),
    [
        ("---\na: b\n---\n", {"a": "b"}),
        ("---\r\na: b\r\n...\r\n", {"a": "b"}),
        ("---\ra: b\r---\r", {"a": "b"}),
        ("---  \na:   b c  # d\n--- \n", {"a": "b c"}),
        ("---\na: 'it''s # no comment'\nb: \"a \\\"c\\\"\" # yes\n---\n", {"a": "it's # no comment", "b": 'a "c"'}),
        ("---\na: b\ntags:\n  - x\n- y\nlist: [\n  1,\n]\nlong: >\n  text\n\n# comment\n---\n", {"a": "b"}),
        ('---\n"a": http://x.example/a:b\nstory id: 12:30\n---\n', {"a": "http://x.example/a:b", "story id": "12:30"}),
        ("---\na: b\na: c\n---\n", {"a": "b"}),
    ],
)
def test_what_front_matter_says(head, meta):
    found = front_matter(head + "Text.")
    assert found.meta == meta
    assert found.end == len(head)
    document = files.article("a.txt", head + "\nText: of the day.", Lexicon({}))
    assert [document.text[block.start : block.end] for block in document.blocks] == ["Text: of the day."]
    assert document.meta == meta


@pytest.mark.parametrize(
    "text",
    [
        "---\nNobody: came.\n",  # never closed
        "---\nA line of text.\n---\nText.",
        "---\na: b\nA line of text.\n---\nText.",
        "---\n---\nText.",
        "---\n\n---\nText.",
        "--- a: b\n---\nText.",
        " ---\na: b\n---\nText.",
        "----\na: b\n----\nText.",
        "---\n" + "a: b\n" * (MOST // 5) + "---\nText.",
    ],
)
def test_what_is_no_front_matter(text):
    assert front_matter(text).end == 0


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("date: 2024-02-29", datetime.date(2024, 2, 29)),
        ("date: 2024-02-29T10:00:00Z", datetime.date(2024, 2, 29)),
        ("date: '2024/2/9 10:00'", datetime.date(2024, 2, 9)),
        ("published: true\ndate: 2024-02-29", datetime.date(2024, 2, 29)),
        ("date: 2024-02-28\npublished: 2024-02-29", datetime.date(2024, 2, 29)),
        ("date: 2023-02-29", None),
        ("date: 2024-02-290", None),
        ("date: soon", None),
        ("updated: 2024-02-29", None),
    ],
)
def test_the_day_that_front_matter_gives(lines, day):
    assert front_matter(f"---\n{lines}\n---\nText.").published == day
    assert files.article("a.txt", f"---\n{lines}\n---\nText.", Lexicon({})).published == day


@given(st.text(st.sampled_from("---a: \"'#\n\r\té[]")), st.text(max_size=20))
def test_any_head_keeps_every_offset(head, rest):
    text = f"---\n{head}\n---\n{rest}"
    document = files.article("a.txt", text, Lexicon({}))
    end = front_matter(text).end
    assert len(document.text) == len(text)
    assert document.source == text
    assert document.text[end:] == text[end:]
    assert all(block.start >= end for block in document.blocks)
