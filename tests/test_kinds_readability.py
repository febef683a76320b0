"""Readability: the figures of a text, the limits, the sentence that is reported, and the table of ``newslint stats``."""

import subprocess
import sys

import pytest
from conftest import document, newslint

from newslint.kinds.readability import count, figures
from newslint.span import Span

EASY = "The cat sat on the mat. The dog ran to the door."
HARD = "Notwithstanding considerable apprehension, representatives characterised the negotiations as extraordinarily complicated."


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("measure: grade\nmost: 30\nwords: 5", f"{EASY} {HARD}", []),
        ("measure: grade\nmost: 8\nwords: 5", f"{EASY} {HARD}", [HARD]),
        ("measure: ease\nleast: 60\nwords: 5", f"{EASY} {HARD}", [HARD]),
        ("measure: ease\nleast: 60\nwords: 5", EASY, []),
        ("measure: word\nmost: 4\nwords: 5", f"{EASY} {HARD}", [HARD]),
        ("measure: longest\nmost: 9\nwords: 5", f"{EASY} {HARD}", [HARD]),
        ("measure: sentence\nmost: 6\nwords: 5", f"{EASY} {HARD}", [HARD]),
        ("measure: sentence\nmost: 6\nwords: 500", f"{EASY} {HARD}", []),
        ("measure: sentence\nmost: 6\nwords: 5\nquotes: skip", f"{EASY} “{HARD}”", []),
        ("measure: grade\nmost: 8\nwords: 1", "", []),
    ],
)
def test_limits(found, rule, text, expected):
    assert found(f"kind: readability\n{rule}", text) == expected


def test_says_the_figure(found):
    rule = "kind: readability\nmeasure: longest\nmost: 5\nwords: 1\nmessage: '{value} of {limit}'"
    assert found(rule, EASY, says=True) == ["6 of 5"]


def test_known_figures():
    article = document("The cat sat on the mat.")
    one = figures(count(article, [Span(0, len(article.text))]))
    assert (one.sentence, one.longest) == (6, 6)
    assert one.ease == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert one.grade == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert one.word == pytest.approx(17 / 6)


def test_an_abbreviation_ends_no_sentence():
    article = document("The U.S. and Mr. Roe met on Jan. 5 in St. Louis.")
    assert len(count(article, article.sentences)) == 1


def test_stats(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(f"{EASY} {HARD}\n")
    done = newslint("stats", article)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1].split()[:3] == ["body", "3", "22"]
    missing = newslint("stats", tmp_path / "none.txt")
    assert missing.returncode == 2
    assert b"none.txt" in missing.stderr


def test_textstat_is_imported_only_where_it_is_used(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(f"{EASY}\n")
    code = "import sys; from newslint.cli import main; main(['check', sys.argv[1]]); print('textstat' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, article], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
