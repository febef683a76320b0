"""How far a name is from another: a letter added, dropped or changed, two that changed places, or an ending."""

from newslint.patterns import regex

# What is put to a name to make another word of it: the Bidens, Trumpism, Reaganite.
_ENDINGS = frozenset(
    """
    s es n an ian ians ans i is ism ist ists ite ites esque ic ish y
    """.split()
)
# Petrov's wife is Petrova.
_HER_NAME = regex(r"(?:[oey]v|[iy]n|sk)a$")
# In so long a name two letters that changed places need not stand side by side (Tanaka, Takana).
_JUMBLED = 6


def cuts(word: str) -> set[str]:
    """The word, the word without each of its letters but the first, and its letters in the order of the alphabet."""
    jumbled = {word[0] + "".join(sorted(word[1:])).upper()} if len(word) >= _JUMBLED else set()
    return {word} | {word[:at] + word[at + 1 :] for at in range(1, len(word))} | jumbled


def one_letter(a: str, b: str, *, endings: bool = True) -> bool:
    """Whether one letter added, dropped or changed, or two swapped, make one word of the other, and no ending does."""
    short, long = sorted((a, b), key=len)
    more = long[len(short) :]
    # a last letter that stands twice is none: Hickss, Flynnn
    if endings and long.startswith(short) and more != short[-1] and (more in _ENDINGS or her_name(long)):
        return False
    if len(long) - len(short) > 1 or a[0] != b[0]:
        return False
    if len(long) > len(short):
        return long in {short[:at] + char + short[at:] for at in range(1, len(long)) for char in set(long)}
    differ = [at for at in range(len(a)) if a[at] != b[at]]
    if len(differ) == 2:
        x, y = differ
        return (y == x + 1 or len(a) >= _JUMBLED) and a[x] == b[y] and a[y] == b[x]
    return len(differ) == 1


def apart(a: str, b: str, most: int) -> bool:
    """Whether it takes more than so many slips to make one word of the other.

    A slip is a letter added, dropped or changed, or two beside each other that changed places, which are not touched
    again. For one or two of them this takes less time than the import of a module that does it.
    """
    if abs(len(a) - len(b)) > most:
        return True
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[start:], b[start:]
    end = next(
        (at for at, (x, y) in enumerate(zip(reversed(a), reversed(b), strict=False)) if x != y), min(len(a), len(b))
    )
    a, b = a[: len(a) - end], b[: len(b) - end]
    if not a or not b or most < 2:
        return max(len(a), len(b)) > most and not (most and len(a) == 2 and a == b[::-1])
    last, row = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, x in enumerate(a):
        before, last, row = last, row, [i + 1]
        for j, y in enumerate(b):
            slips = min(last[j] + (x != y), last[j + 1] + 1, row[j] + 1)
            if i and j and x == b[j - 1] and y == a[i - 1]:
                slips = min(slips, before[j - 1] + 1)
            row.append(slips)
    return row[-1] > most


def her_name(name: str) -> bool:
    """Whether a family's name has the form that the women of the family have: Petrova, of Petrov."""
    return _HER_NAME.search(name) is not None
