"""The baseline: what it knows again, what it does not, and how it is kept."""

import pytest
from conftest import PLAIN, newslint

FILE = ".newslint-baseline.jsonl"
RULES = ("--rules", "pack", "--select", "words/gizmo")
OLD = "A headline\n\nThe gizmo broke. It rained.\n\nThe gizmo rose, and the gizmo fell.\n"


@pytest.fixture
def desk(tmp_path, pack):
    pack({"words/gizmo": PLAIN})
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(OLD)
    baseline(tmp_path, "create", "in")
    return tmp_path


def baseline(desk, action, *paths):
    rules = RULES if action != "show" else ()
    run = newslint("baseline", action, *paths, *rules, cwd=desk)
    assert run.returncode == 0, run
    return run.stdout.decode()


def new(desk, *arguments):
    run = newslint("check", *RULES, "--format", "concise", *(arguments or ["in"]), cwd=desk)
    assert run.returncode < 2, run
    return [line.split(" ")[0] for line in run.stdout.decode().splitlines()]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (OLD, []),
        ("Another headline\n\nA new paragraph.\n\n" + OLD, []),
        (OLD.replace("It rained", "It snowed"), []),  # the next sentence
        (OLD.replace("\n", "\r\n"), []),
        ("A headline\n\nThe gizmo rose, and the gizmo fell.\n\nThe gizmo broke. It rained.\n", []),  # moved
        (OLD + "\nA gizmo came.\n", ["in/a.txt:7:3:"]),
        (OLD + "\nThe gizmo broke.\n", ["in/a.txt:7:5:"]),  # once more
        (OLD.replace("broke", "spoke"), ["in/a.txt:3:5:"]),
        (OLD.replace("rose, and the gizmo fell", "rose"), ["in/a.txt:5:5:"]),
    ],
)
def test_only_what_is_new(desk, text, lines):
    (desk / "in" / "a.txt").write_bytes(text.encode())
    assert new(desk) == lines


def test_another_article_is_new(desk):
    (desk / "in" / "b.txt").write_text(OLD)
    assert len(new(desk)) == 3


def test_a_renamed_article_is_known(desk):
    (desk / "in" / "a.txt").rename(desk / "in" / "b.txt")
    assert new(desk) == []
    (desk / "in" / "b.txt").write_text(OLD.replace("broke", "spoke"))
    assert new(desk) == ["in/b.txt:3:5:"]
    (desk / "in" / "c.txt").write_text("A headline\n\nThe gizmo broke, and more.\n\nThe gizmo broke.\n")
    assert new(desk, "in/c.txt") == ["in/c.txt:3:5:", "in/c.txt:5:5:"], "it shares a third of it: another article"


@pytest.mark.parametrize("action", ["prune", "create"])
def test_the_baseline_follows_a_renamed_article(desk, action):
    (desk / "in" / "a.txt").rename(desk / "in" / "b.txt")
    (desk / "in" / "other.txt").write_text("The gizmo came.\n")
    before = (desk / FILE).read_text()
    baseline(desk, action, "in/b.txt")
    assert (desk / FILE).read_text() == before.replace("in/a.txt", "in/b.txt")
    (desk / "in" / "a.txt").write_text(OLD)
    assert len(new(desk, "in/a.txt")) == 3


def test_the_summary_counts_them(desk):
    run = newslint("check", *RULES, "in", cwd=desk)
    assert (run.returncode, run.stdout) == (0, b"1 article, no findings. 3 more in the baseline.\n")


def test_what_was_not_asked_about_stays(desk, pack):
    pack({"words/gadget": PLAIN.replace("gizmo", "gadget")})
    (desk / "in/b.txt").write_text("A gadget, and a gizmo.\n")
    whole = ("--rules", "pack", "--select")
    assert newslint("baseline", "create", "in", *whole, "words/gizmo,words/gadget", cwd=desk).returncode == 0
    before = (desk / FILE).read_bytes()
    for action in ("create", "prune"):
        for rule in ("words/gadget", "words/gizmo"):
            run = newslint("baseline", action, "in", *whole, rule, cwd=desk)
            assert (run.returncode, (desk / FILE).read_bytes()) == (0, before), (action, rule)
    # nor is what cannot be read forgotten
    (desk / "in/b.txt").write_bytes(b"\xff\0")
    newslint("baseline", "create", "in", *RULES, cwd=desk)
    assert (desk / FILE).read_bytes() == before


def test_it_is_found_from_a_folder_below(desk):
    inside = desk / "in"
    assert (
        len(newslint("check", "--rules", "../pack", "--select", RULES[3], "--format", "concise", cwd=inside).stdout) > 0
    )
    (desk / ".git").mkdir()
    run = newslint("check", "--rules", "../pack", "--select", RULES[3], "--format", "concise", cwd=inside)
    assert (run.returncode, run.stdout) == (0, b"")
    made = newslint("baseline", "create", "--rules", "../pack", "--select", RULES[3], cwd=inside)
    assert made.stdout == b"../.newslint-baseline.jsonl: 3 findings, 3 before.\n"
    assert not (inside / FILE).exists()


def test_a_conflict_is_named(desk):
    (desk / FILE).write_text("<<<<<<< HEAD\n" + (desk / FILE).read_text())
    run = newslint("check", *RULES, "in", cwd=desk)
    assert run.returncode == 2
    assert run.stderr.startswith(b"newslint: .newslint-baseline.jsonl:1: a conflict of git's;")


def test_it_is_not_written_through_a_link(desk):
    other = desk / "other"
    other.write_text("")
    (desk / FILE).unlink()
    (desk / FILE).symlink_to(other)
    run = newslint("baseline", "create", "in", *RULES, cwd=desk)
    assert (run.returncode, other.read_text()) == (2, "")


def test_one_finding_a_line_sorted(desk):
    lines = (desk / FILE).read_text().splitlines()
    assert len(lines) == 4
    assert lines[1:] == sorted(lines[1:])
    assert lines[1].startswith('{"path": "in/a.txt", "rule": "words/gizmo", "text": "gizmo", "sentence": "')
    before = (desk / FILE).read_bytes()
    baseline(desk, "create", "in")
    assert (desk / FILE).read_bytes() == before


def test_another_folder_another_name(desk):
    (desk / FILE).rename(desk / "in" / "known.jsonl")
    assert len(new(desk)) == 3
    # nothing stands under the names that it has, so it takes the articles for renamed ones
    assert new(desk, "in", "--baseline", "in/known.jsonl") == []
    (desk / "in" / "known.jsonl").write_text((desk / "in" / "known.jsonl").read_text().replace("in/a.txt", "a.txt"))
    assert new(desk, "in", "--baseline", "in/known.jsonl") == []


def test_prune(desk):
    (desk / "in" / "b.txt").write_text(OLD)
    baseline(desk, "create", "in/b.txt")
    assert len((desk / FILE).read_text().splitlines()) == 7
    (desk / "in" / "a.txt").write_text(OLD.replace("The gizmo broke", "It broke"))
    (desk / "in" / "b.txt").write_text(OLD + "\nA gizmo came.\n")
    assert "5 findings, 6 before" in baseline(desk, "prune", "in")
    assert len(new(desk)) == 1  # pruning takes nothing in
    (desk / "in" / "b.txt").unlink()
    assert "2 findings, 5 before" in baseline(desk, "prune", "in")


def test_show(desk):
    assert "     3  words/gizmo\n     3  in all\n" in baseline(desk, "show")


def test_a_baseline_that_cannot_be_read(desk):
    (desk / FILE).write_text('{"path": 1}\n')
    run = newslint("check", *RULES, "in", cwd=desk)
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.decode() == f"newslint: {FILE}:1: not a finding as newslint baseline writes it\n"
    assert newslint("check", *RULES, "in", "--baseline", "none", cwd=desk).returncode == 2


def test_a_sentence_in_the_baseline_is_not_rewritten(desk, pack):
    swap = PLAIN.replace("words: [gizmo]", "swap: {colour: color}\nsafe: true")
    pack({"words/colour": swap.replace("[[gizmo]]", "[[colour]]").replace("gizmo", "colour")})
    text = "A headline\n\nThe gizmo has a colour.\n\nIts colour is red.\n"
    (desk / "in" / "a.txt").write_text(text)
    baseline(desk, "create", "in")
    newslint("check", "--rules", "pack", "--select", "words/gizmo,words/colour", "--fix", "in", cwd=desk)
    assert (desk / "in" / "a.txt").read_text() == text.replace("Its colour", "Its color")
