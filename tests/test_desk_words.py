"""Notes of the desk, told by the words of the trade."""

import pytest

from newslint.kinds.desk_words import to_a_colleague
from newslint.kinds.page_words import read_phrases

TRADE = read_phrases(("par", "pic", "pics", "copy", "to follow", "version", "desk"))


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Sorry, new version of the copy is here.", True),
        ("Copy below, pics to follow", True),
        ("The copy came with pics.", False),
        ("She told me that pics were to follow.", False),
        ("“I have copy and pics”", False),
        ("I like your copy", False),
        ("Thanks to a wet spring I sowed the field and took pics of it and wrote some copy by the sea", False),
        ("", False),
    ],
)
def test_to_a_colleague(line: str, note: bool) -> None:
    assert to_a_colleague(line, TRADE) is note
