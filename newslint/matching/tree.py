"""The small tree that a template is read into, and the one error that reading it may raise."""

from newslint.records import NamedTuple


class Literal(NamedTuple):
    """Text that stands for itself; never holds a blank."""

    text: str
    inflect: bool = False


class Blank(NamedTuple):
    """One or more blanks; ``text`` is the white space as the rule has it."""

    text: str = " "


class Slot(NamedTuple):
    """A place that varies; ``argument`` is what stood in brackets."""

    name: str
    type: str
    argument: str = ""


class Mark(NamedTuple):
    """The start or the end of the part to report."""

    opens: bool


class Choice(NamedTuple):
    """One of several sequences; an empty one makes the whole optional."""

    branches: "tuple[Sequence, ...]"


Node = Literal | Blank | Slot | Mark | Choice
Sequence = tuple[Node, ...]


class TemplateError(ValueError):
    """A template that cannot be read; ``offset`` is the character where, from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def walk(nodes: Sequence) -> list[Node]:
    """All nodes of a tree, in reading order."""
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        if isinstance(node, Choice):
            for branch in node.branches:
                found += walk(branch)
    return found


def can_be_empty(nodes: Sequence) -> bool:
    """Whether a template matches where there is nothing."""
    return all(
        isinstance(node, Mark) or (isinstance(node, Choice) and any(can_be_empty(branch) for branch in node.branches))
        for node in nodes
    )
