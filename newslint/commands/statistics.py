"""``check --statistics``: how often each rule in force found something, rules that found nothing included."""

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.patterns import regex

_WORD = regex(r"[^\W_][\w'’-]*")


class Words:
    """Counts the words of the articles that pass."""

    def __init__(self) -> None:
        self.count = 0

    def counted(self, documents: Iterable[Document]) -> Iterator[Document]:
        for document in documents:
            self.count += sum(1 for _ in _WORD.finditer(document.text))
            yield document


def table(counts: Counter[str], rules: Iterable[str], words: int) -> Iterator[str]:
    """Findings, findings in 1,000 words, rule: the most frequent first, and those without findings by name."""
    found = Counter(dict.fromkeys(rules, 0))
    found.update(counts)
    yield f"{'findings':>8}  {'per 1,000 words':>15}  rule"
    for rule, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{count:8,}  {_share(count, words)}  {rule}"
    yield f"{found.total():8,}  {_share(found.total(), words)}  in all, in {words:,} words"


def _share(count: int, words: int) -> str:
    return f"{count * 1000 / words:15.3f}" if words else f"{'':15}"
