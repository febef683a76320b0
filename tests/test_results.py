"""What is remembered of articles: the same output with and without it, no text, and nothing stale."""

import datetime
import itertools

import pytest
from conftest import PLAIN, document, newslint

from newslint import results
from newslint.linting import Linter
from newslint.results import Results
from newslint.rulebook import load, shipped
from newslint.selection import Choice, in_force

TEXT = "Mayor opens the pool\n\nThe gizmo broke, said Ann Berg. A widget and a gizmo were sold.\n"


@pytest.fixture
def book(pack):
    return load([pack({"words/gizmo": PLAIN, "words/widget": PLAIN.replace("gizmo", "widget")})])


def asked(book, results, text=TEXT, state="one", choice=None, path="a.txt", published=None):
    """Whether no rule was asked of an article, and what is found."""
    rules = in_force(book.rules, [choice or Choice()])
    linter = Linter(rules, book.lexicon, results, state)
    article = document(text, book.lexicon, path)
    article.published = published
    report = linter.report([article])
    return "engine" not in vars(linter), report.findings


def test_of_an_unchanged_article_no_rule_is_asked(book, tmp_path):
    known = Results(tmp_path)
    remembered, first = asked(book, known)
    assert not remembered
    assert len(first) == 3
    known.save()
    assert asked(book, Results(tmp_path)) == (True, first)


@pytest.mark.parametrize(
    "changed",
    [
        {"text": TEXT + "A gizmo.\n"},
        {"state": "two"},
        {"choice": Choice(ignore=("words/widget",))},
        {"choice": Choice(severity=(("words", "error"),))},
        {"path": "a.md"},
        {"published": datetime.date(2021, 12, 30)},
    ],
)
def test_whatever_changes_all_rules_are_asked_again(book, tmp_path, changed):
    known = Results(tmp_path)
    asked(book, known)
    known.save()
    remembered, found = asked(book, Results(tmp_path), **changed)
    assert not remembered
    assert found == asked(book, None, **changed)[1]


def test_an_article_of_another_name_is_known_again(book, tmp_path):
    known = Results(tmp_path)
    asked(book, known)
    known.save()
    remembered, found = asked(book, Results(tmp_path), path="b.txt")
    assert remembered
    assert found == asked(book, None, path="b.txt")[1]


def test_second_places_and_fixes_are_remembered(tmp_path):
    shipped_rules = load([shipped()])
    text = "A bridge\n\nAndrei Petrov opened the the bridge.\n\nLater Alexei Petrov, the mayor, thanked them.\n"
    known = Results(tmp_path)
    asked(shipped_rules, known, text)
    known.save()
    remembered, found = asked(shipped_rules, Results(tmp_path), text)
    assert remembered
    assert found == asked(shipped_rules, None, text)[1]
    assert any(one.notes for one in found)
    assert any(one.fix for one in found)


def test_no_text_is_kept(book, tmp_path):
    known = Results(tmp_path)
    asked(book, known, TEXT.replace("Berg", "Xyzzyberg"))
    known.save()
    (path,) = tmp_path.glob("*.pack")
    for said in (b"Xyzzy", b"Gizmo", b"gizmo", b"words/"):
        assert said not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600


def test_of_very_many_articles_the_latest_are_kept(book, tmp_path, monkeypatch):
    monkeypatch.setattr(results, "_DIGITS", 0)
    monkeypatch.setattr(results, "_MOST", 3)
    for number in range(5):
        known = Results(tmp_path)
        asked(book, known, f"{TEXT}{number}\n")
        known.save()
    assert [asked(book, Results(tmp_path), f"{TEXT}{number}\n")[0] for number in range(5)] == [False] * 2 + [True] * 3


def test_the_output_is_the_same_for_every_state_of_the_cache(pack, tmp_path):
    folder = pack({"words/gizmo": PLAIN})
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text("Nothing to see\n\nAll is well in Ostrava.\n", "utf-8")
    cache = tmp_path / "cache"
    outputs = set()

    def run(*more):
        env = {"XDG_CACHE_HOME": str(cache)}
        done = newslint("check", "--rules", folder, "--format", "json", *more, "a.txt", "b.txt", cwd=tmp_path, env=env)
        outputs.add((done.returncode, done.stdout, done.stderr))
        return sorted(cache.glob("newslint/results-*.pack"))

    assert not run("--no-cache")
    assert not cache.exists()
    run()
    kept = run()
    assert len(kept) in {1, 2}
    run()
    for damage in (b"", b"newslint", itertools.chain(kept[0].read_bytes()[:-4], b"text")):
        kept[0].write_bytes(bytes(damage))
        run()
    assert len(outputs) == 1
    newslint("cache", "clear", env={"XDG_CACHE_HOME": str(cache)})
    assert not list(cache.glob("newslint/*"))
