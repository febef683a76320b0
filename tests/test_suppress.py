"""Suppressions: comments, front matter, lists beside an article, and those that are of no use any more."""

import datetime
from argparse import Namespace

import pytest
from conftest import PLAIN, newslint

from newslint import comments
from newslint.commands import sifting
from newslint.linting import Linter, choose
from newslint.readers import files
from newslint.rulebook import load
from newslint.sieve import Sieve

TODAY = datetime.datetime.now(tz=datetime.UTC).date()
RULES = ("--rules", "pack", "--select", "words/gizmo,words/gadget,suppressions")


@pytest.fixture
def desk(tmp_path, pack):
    pack(
        {
            "words/gizmo": PLAIN,
            "words/gadget": PLAIN.replace("gizmo", "gadget"),
            "words/widget": PLAIN.replace("gizmo", "widget"),
        }
    )
    return tmp_path


def reported(desk, text, name="a.md", select=("words/gizmo", "words/gadget", "suppressions"), ignore=()):
    (desk / name).write_bytes(text.encode())
    book = load([desk / "pack"])
    rules = choose(book, select, ignore, sifting.NAMES)
    sieve = Sieve(sifting.terms(Namespace(select=select, ignore=ignore), book, rules))
    article = files.read((desk / name).as_posix(), book.lexicon)
    report = Linter(rules, book.lexicon).report([article], keep=sieve.keep)
    findings = sorted(report.findings, key=lambda one: (one.path != article.path, one.place))
    return [f"{one.place.line} {one.rule}" for one in findings]


def test_the_front_matter_of_plain_text(desk):
    for head in ("newslint: {ignore: [words/gizmo]}", "title: x\nnewslint:\n  ignore: words/gizmo"):
        assert reported(desk, f"---\n{head}\n---\n\n{G} The gadget.", "a.txt") == [
            f"{head.count(chr(10)) + 5} words/gadget"
        ]
    assert reported(desk, "---\nnewslint: {ignore: [words/gadget]}\n---\n\n" + G, "a.txt") == [
        "2 suppressions/unused",
        "5 words/gizmo",
    ]


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("", "warning"),
        ('[severity]\n"suppressions/unused" = "error"', "error"),
        ('[severity]\nsuppressions = "suggestion"', "suggestion"),
        ('[[per-file]]\nfiles = ["*.md"]\nseverity = {suppressions = "error"}', "error"),
        ('[[per-file]]\nfiles = ["*.txt"]\nseverity = {suppressions = "error"}', "warning"),
    ],
)
def test_their_severity_is_configured(desk, said, level):
    (desk / "newslint.toml").write_text(said)
    (desk / "a.md").write_text(f"{C % 'ignore words/gizmo'}\nAll is well.\n")
    run = newslint("check", *RULES, "--format", "concise", "a.md", cwd=desk)
    assert run.stdout.decode().startswith(f"a.md:1:1: {level} suppressions/unused")


C = "<!-- newslint: %s -->"
G = "The gizmo broke."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{C % 'ignore words/gizmo: two of them'}\n{G}\n\n{G}", ["4 words/gizmo"]),
        (f"{C % 'ignore words/gizmo'}\n\n{G}\n\n{G}", ["5 words/gizmo"]),  # the next paragraph, over a blank line
        (f"{G} {C % 'ignore words/gizmo'}\n\n{G}", ["3 words/gizmo"]),
        (f"{G} {C % 'ignore words'}\n\n{G} {C % 'ignore all'}", []),
        (f"{C % 'ignore words/gadget, words/gizmo'}\n{G} The gadget, too.", []),
        (f"{C % 'ignore words/gadget'}\n{C % 'ignore words/gizmo'}\n{G} The gadget, too.", []),
        (f"{G}\n\n{C % 'ignore-file words/gizmo'}\n\n{G}", []),
        (f"{C % 'off words/gizmo'}\n\n{G}\n\n{G}\n\n{C % 'on'}\n\n{G}", ["9 words/gizmo"]),
        (
            f"{C % 'off words/gizmo, words/gadget'}\n\n{G} The gadget.\n\n{C % 'on words/gizmo'}\n\n{G} The gadget.\n\n{C % 'on'}",
            ["7 words/gizmo"],
        ),
        (f"---\nnewslint:\n  ignore: [words/gizmo]\n---\n\n{G}", []),
        (f"---\nnewslint: {{ignore: words/gizmo}}\ntitle: x\n---\n\n{G}", []),
        (f"---\nnewslint: {{ignore: words/gizmo}}\n---\n\n{G}", []),
        (f'+++\ntitle = "x"\n[newslint]\nignore = ["words/gizmo"]\n+++\n\n{G}', []),
        (
            f'{{"title": "x",\n"newslint": {{"ignore": ["words/gismo", "words/gizmo"]}}}}\n\n{G}',
            ["2 suppressions/unknown-rule"],
        ),
        (
            f'---\ntitle: "x\nnewslint: {{ignore: words/gizmo}}\n---\n\n{G}',
            ["1 suppressions/unknown-rule", "6 words/gizmo"],
        ),
        (f"{C % f'ignore words/gizmo until: {TODAY}'}\n{G}", []),
        (f"{C % 'ignore words/gizmo: kept until: 2999-01-31'}\n{G}", []),
        # those that are of no use
        (f"{C % 'ignore words/gizmo until: 2020-01-31: why'}\n{G}", ["1 suppressions/expired", "2 words/gizmo"]),
        (f"{C % 'ignore words/gizmo until: 2020-13-31'}\n{G}", ["1 suppressions/expired", "2 words/gizmo"]),
        (f"{C % 'ignore words/gizmo'}\nAll is well.", ["1 suppressions/unused"]),
        (f"{C % 'ignore words/gizmo, words/gadget'}\n{G}", ["1 suppressions/unused"]),
        (f"{C % 'ignore words/gismo'}\n{G}", ["1 suppressions/unknown-rule", "2 words/gizmo"]),
        (f"{C % 'ignroe words/gizmo'}\n{G}", ["1 suppressions/unknown-rule", "2 words/gizmo"]),
        (f"{C % 'ignore'}\n{G}", ["1 suppressions/unknown-rule", "2 words/gizmo"]),
        (f"{C % 'off words/gizmo'}\n\n{G}", ["1 suppressions/unclosed"]),
        (f"{C % 'on'}\n\n{G}", ["1 suppressions/unused", "3 words/gizmo"]),
        (f"<!-- newslint: ignore words/gizmo\n{G}", ["1 suppressions/unclosed", "2 words/gizmo"]),
        (
            "---\nnewslint: {ignore: [words/gismo, words/gizmo]}\n---\n\nWell.",
            ["2 suppressions/unknown-rule", "2 suppressions/unused"],
        ),
        # not looked for, so not judged
        (f"{C % 'ignore words/widget'}\n{G}", ["2 words/gizmo"]),
        (f"{C % 'ignore-file suppressions/unused'}\n{C % 'ignore words/gizmo'}\nWell.", []),
        # no text of the article
        (f"{C % 'ignore-file words/gizmo: the gadget and the gizmo'}\n\n{G}", []),
    ],
)
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_comments(desk, text, lines, breaks):
    assert reported(desk, text.replace("\n", breaks)) == lines


def test_selection_of_what_is_said_about_suppressions(desk):
    text = f"{C % 'ignore words/gizmo'}\nAll is well."
    assert reported(desk, text, ignore=("suppressions/unused",)) == []
    assert reported(desk, text, select=("words/gizmo",)) == []
    assert reported(desk, text, select=()) == ["1 suppressions/unused"]


def test_nearest_name(desk):
    (desk / "a.md").write_text(f"{C % 'ignore words/gismo'}\n{G}")
    run = newslint("check", *RULES, "--format", "concise", "a.md", cwd=desk)
    assert "No rule or family “words/gismo”; did you mean “words/gizmo”?" in run.stdout.decode()


def test_plain_text_has_no_comments(desk):
    assert reported(desk, f"{C % 'ignore words/gizmo'}\n\n{G}", "a.txt") == ["1 words/gizmo", "3 words/gizmo"]


@pytest.mark.parametrize(
    "head", ["newslint: {ignore: [words/gizmo]}\ntitle: x", "newslint:\n  ignore:\n  - words/gizmo"]
)
def test_front_matter_of_plain_text(desk, head):
    assert reported(desk, f"---\n{head}\n---\nA headline\n\n{G}", "a.txt") == []


TEXT = "A headline\n\nThe gizmo broke. The gizmo rose.\n\nThe gizmo fell.\n"


def test_a_list_knows_the_sentence(desk):
    (desk / "a.txt").write_text(TEXT)
    run = newslint("suppress", "a.txt:5", "words/gizmo", "--reason", "its name", "--rules", "pack", cwd=desk)
    assert run.returncode == 0, run
    assert '"rule": "words/gizmo", "text": "gizmo"' in (desk / "a.txt.newslint").read_text()
    assert reported(desk, TEXT, "a.txt") == ["3 words/gizmo", "3 words/gizmo"]
    moved = "The gizmo fell.\n\nSomething new.\n\n" + TEXT.replace("The gizmo fell.\n", "")
    assert reported(desk, moved, "a.txt") == ["7 words/gizmo", "7 words/gizmo"]
    changed = TEXT.replace("fell", "flew")
    assert reported(desk, changed, "a.txt") == [
        "3 words/gizmo",
        "3 words/gizmo",
        "5 words/gizmo",
        "1 suppressions/unused",
    ]


def test_a_list_for_a_folder(desk):
    (desk / ".newslint-ignore").write_text("# kept\n")
    (desk / "a.txt").write_text(TEXT)
    assert newslint("suppress", "a.txt:5", "words/gizmo", "--rules", "pack", cwd=desk).returncode == 0
    assert '"path": "a.txt"' in (desk / ".newslint-ignore").read_text()
    assert not (desk / "a.txt.newslint").exists()
    assert reported(desk, TEXT, "a.txt") == ["3 words/gizmo", "3 words/gizmo"]
    assert reported(desk, TEXT, "b.txt") == ["3 words/gizmo", "3 words/gizmo", "5 words/gizmo"]


@pytest.mark.parametrize(
    "line", ["not json", "[]", "{}", '{"rule": "a", "text": "b", "sentence": "c", "until": "soon"}']
)
def test_a_list_that_cannot_be_read(desk, line):
    (desk / "a.txt").write_text(TEXT)
    (desk / "a.txt.newslint").write_text(line)
    run = newslint("check", *RULES, "--format", "concise", "a.txt", cwd=desk)
    assert run.returncode == 2
    assert len(run.stdout.splitlines()) == 3
    assert run.stderr.startswith(b"a.txt.newslint:1:1: ")


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_suppress_writes_a_comment(desk, breaks):
    path = desk / "a.md"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", breaks).encode())
    arguments = ("--rules", "pack", "--reason", "its name", "--until", "2999-01-31")
    assert newslint("suppress", "a.md:3", "words/gizmo", *arguments, cwd=desk).returncode == 0
    comment = "<!-- newslint: ignore words/gizmo, until: 2999-01-31: its name -->"
    expected = TEXT.replace("The gizmo broke", f"{comment}\nThe gizmo broke").replace("\n", breaks)
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.encode()
    assert reported(desk, expected) == ["6 words/gizmo"]
    again = newslint("suppress", "a.md:4", "words/gizmo", "--rules", "pack", cwd=desk)
    assert again.returncode == 2
    assert again.stderr == b"newslint: words/gizmo finds nothing on line 4 of a.md\n"


@pytest.mark.parametrize(
    ("name", "text", "line", "expected"),
    [
        # a line of its own would end the list, the table, the quotation
        ("a.md", f"- One\n- {G}\n- Two\n", 2, f"- One\n- {G} COMMENT\n- Two\n"),
        ("a.md", f"| a | b |\n|---|---|\n| {G} | c |\n", 3, f"| a | b |\n|---|---|\n| {G} COMMENT | c |\n"),
        ("a.md", f"> One.\n>\n> {G}\n", 3, f"> One.\n>\n> {G} COMMENT\n"),
        ("a.md", f"# {G}\n\nText.\n", 1, f"COMMENT\n# {G}\n\nText.\n"),
        ("a.html", f"<p>One.</p>\n<p>{G}</p>\n", 2, f"<p>One.</p>\nCOMMENT\n<p>{G}</p>\n"),
        (
            "a.html",
            f"<p>{G}</p><p>The gizmo fell.</p>\n",
            1,
            f"COMMENT\n<p>{G}</p><p>The gizmo fell. COMMENT</p>\n",
        ),
    ],
)
def test_where_the_comment_goes(desk, name, text, line, expected):
    (desk / name).write_text(text)
    assert newslint("suppress", f"{name}:{line}", "words/gizmo", "--rules", "pack", cwd=desk).returncode == 0
    written = (desk / name).read_text()
    assert written == expected.replace("COMMENT", "<!-- newslint: ignore words/gizmo -->")
    assert reported(desk, written, name) == []


@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        ("a.html", '<p>Text.</p>\n<img alt="The gizmo broke.">\n', 2, ""),
        ("a.md", f"---\ntitle: {G}\n---\nText.\n", 2, ""),
        ("a.md", f"| a | b |\n|---|---|\n| {G} | c |\n", 3, "one | two"),
    ],
)
def test_where_no_comment_can_go(desk, name, text, line, reason):
    (desk / name).write_text(text)
    run = newslint("suppress", f"{name}:{line}", "words/gizmo", "--rules", "pack", "--reason", reason, cwd=desk)
    assert (run.returncode, (desk / name).read_text()) == (2, text)


@pytest.mark.parametrize("text", ["<!-- newslint:" * 15_000, "<!--" * 50_000, (C % "off all") * 5_000])
def test_many_comments(text):
    found = comments.find(text)
    assert len(comments.blank(text, found)) == len(text)
