"""Writes news for the benches: sentences from templates, names and places that were made up, the same for a seed."""

import random
from collections.abc import Iterator

_PLACES = ["Horna", "Varnia", "Lestow", "Port Ardal", "Kesmark", "Ostrel", "Bramley Ford", "Tallin Cross"]
_FIRST = ["Milena", "Jack", "Anders", "Ruth", "Tomas", "Leila", "Hugo", "Petra", "Ivan", "Clara", "Noel", "Greta"]
_LAST = ["Dusek", "Whitfield", "Orlik", "Berg", "Sarro", "Lindqvist", "Halloran", "Meyer", "Novak", "Castel", "Adeyemi"]
_OFFICES = ["mayor", "finance minister", "head of the water board", "spokeswoman", "police chief", "union leader"]
_THINGS = ["bridge", "school roof", "harbour wall", "tram line", "library", "flood barrier", "hospital wing", "market"]
_DONE = ["approved", "postponed", "criticised", "inspected", "reopened", "promised to repair", "voted against"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
_TAILS = [
    "after a debate that lasted until midnight",
    "while residents waited outside in the rain",
    "for the second time in three years",
    "despite warnings from the engineers",
    "as the council had asked in spring",
    "without giving a date for the work",
]
_SAID = ["It will take time", "We were not told", "The money is there", "Nobody was hurt", "That is a start"]


def article(dice: random.Random, size: int) -> str:
    """One article of about so many characters."""
    place = dice.choice(_PLACES)
    people = [(dice.choice(_FIRST), last, dice.choice(_OFFICES)) for last in dice.sample(_LAST, 3)]
    paragraphs = [f"{place} council looks again at its {dice.choice(_THINGS)}"]
    written = len(paragraphs[0])
    while written < size:
        paragraph = " ".join(_sentence(dice, place, people) for _ in range(dice.randint(1, 4)))
        paragraphs.append(paragraph)
        written += len(paragraph) + 2
    return "\n\n".join(paragraphs) + "\n"


def _sentence(dice: random.Random, place: str, people: list[tuple[str, str, str]]) -> str:
    first, last, office = dice.choice(people)
    thing, day, tail = dice.choice(_THINGS), dice.choice(_DAYS), dice.choice(_TAILS)
    number = dice.randint(2, 900)
    return dice.choice(
        [
            f"{first} {last}, the {office} of {place}, {dice.choice(_DONE)} the {thing} on {day} {tail}.",
            f"“{dice.choice(_SAID)},” {last} said on {day}.",
            f"The {thing} will cost {number} million euros, {dice.randint(2, 60)} percent more than planned.",
            f"About {number} people signed a letter to the {office}; {dice.randint(2, 40)} came to the meeting.",
            f"Work on the {thing} near {place} began on {day} and was stopped {tail}.",
            f"Nobody at the {thing} wanted to say whether {last} had been asked, or what the {office} knew {tail}.",
        ]
    )


def articles(count: int, size: int, seed: int = 1) -> Iterator[str]:
    """So many articles of so many characters each; a seed gives the same articles on every machine."""
    dice = random.Random(seed)  # noqa: S311 - dice for text, not for secrets
    return (article(dice, size) for _ in range(count))
