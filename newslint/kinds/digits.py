"""The numbers of an article as words: a cheap look that spares most articles a search for dates and times."""

from newslint.document import Document
from newslint.matching.words import words_of


def digit_words(document: Document) -> list[str]:
    """The different words that begin with a digit."""

    def find() -> list[str]:
        return [word for word in words_of(document).known if "0" <= word < ":"]

    return document.memo("digit words", find)


def years(document: Document) -> list[tuple[int, int]]:
    """All years of four digits in order, each with its place before it."""

    def find() -> list[tuple[int, int]]:
        places = words_of(document).places
        words = [word for word in digit_words(document) if len(word) == 4 and "1500" <= word <= "2099"]
        return sorted((at, int(word)) for word in words if word.isdigit() for at in places(word))

    return document.memo("years", find)
