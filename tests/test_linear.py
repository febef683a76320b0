"""No text makes the kinds worse than linear: the lines of code that run, counted on a text and on one four times as long."""

import sys

import pytest
from conftest import document

from newslint.engine import Engine
from newslint.rulebook import load, shipped

BOOK = load([shipped()])
ENGINE = Engine([rule for rule in BOOK.rules if rule.form.default != "off" and not rule.asks_a_server])


def steps(text):
    """Lines that run in the kinds; a round of a loop on one line is a line, too."""
    count = 0

    def inside(_frame, event, _):
        nonlocal count
        count += event == "line"
        return inside

    def watch(frame, *_):
        return inside if "/kinds/" in frame.f_code.co_filename.replace("\\", "/") else None

    article = document(text, BOOK.lexicon)
    sys.settrace(watch)
    try:
        ENGINE.check(article)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize(
    "sentence",
    [
        "Hale, 44, spoke.",
        "The 44-year-old left. Ruth Hale, who is 45, and",
        "Jack Mallory, born in 1980, grew up in Orme. Mallory, 40, said in 2020 that he would leave.",
        "Jack Marsh, 34, was elected. Marsh, now 43, lives in Orme.",
        "Together that makes 5. There were 3 men and 4 women.",
        "It went from 40 to 60, a rise of 50 percent. That is 20 percent more. A year earlier it was 30.",
        "President Hollande met Merkel and Sarkozy. Chancellor Olaf Scholz and Prime Minister Ken Rudd spoke.",
        "The counterfeit news stand sold fake watches at every subsequent door.",
        "The siege lasted two days, from Monday morning until Saturday morning, and two years, from 2010 until 2015.",
        "Ruth Hale of Orme and Rosa Hale of Hume met Ruth Hall, 12 of 15 men and Prime Minister Ruth Hull",
    ],
)
def test_work_grows_with_the_text(sentence):
    steps(sentence)
    short, long = (steps(f"{sentence} " * (size // len(sentence))) for size in (3000, 12000))
    assert long < 5.5 * short
