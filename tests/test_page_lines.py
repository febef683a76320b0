"""Lines of a page that were copied with an article, told by their words: rows of labels and what a page says."""

import pytest

from newslint.kinds.page_labels import row_of_labels
from newslint.kinds.page_speech import Speech, hints, speaks
from newslint.kinds.page_words import read_phrases

LABELS = read_phrases(
    ("skip to content", "home", "world", "sport", "log in", "play video", "duration", "share", "search")
)
VERBS = read_phrases(("click", "subscribe", "watch", "sign up"))
THINGS = read_phrases(("newsletter", "your browser", "below", "on facebook"))
NOTICES = read_phrases(("try again later", "page not found"))
PAGE = read_phrases(("comment", "link", "page", "video", "click"))


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Skip to content Home World Sport", True),
        ("Play Video Duration 1:32", True),
        ("Search | Log in", True),
        ("Skip to content Orme Daily Log in", True),
        ("Home", False),
        ("World Sport", False),
        ("home, world and sport share a page", False),
        ("The world of sport came home to share a duration", False),
        ("Home Secretary visits Orme", False),
        ("", False),
    ],
)
def test_rows_of_labels(line: str, row: bool) -> None:
    assert row_of_labels(line, LABELS) is row


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Click below for the list", True),
        ("Like it? Subscribe to a newsletter.", True),
        ("You must change it in your browser", True),
        ("Please try again later.", True),
        ("Something broke: try again later", True),
        ("“Click below,” a voice in the hall", False),
        ("Click below, the mayor told voters.", False),
        ("The newsletter was printed.", False),
        ("They met. Watch a video below, and weep.", False),
        ("The board did not try again later that year in the hall.", False),
        ("You are on Facebook", False),
    ],
)
def test_what_a_page_says(line: str, said: bool) -> None:
    assert speaks(line, Speech(VERBS, THINGS, NOTICES)) is said


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("This page is closed.", True),
        ("Your comment is in.", True),
        ("Click the link", True),
        ("Our page: comment here", True),
        ("Video link", True),
        ("Click here", True),
        ("Click of the pen", False),
        ("The page with the comment was torn out.", False),
        ("A page of the book is all that is left of it.", False),
        ("“Your comment is in.”", False),
        ("", False),
    ],
)
def test_short_lines(line: str, hint: bool) -> None:
    assert hints(line, VERBS, PAGE) is hint
