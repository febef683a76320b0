"""Several processes at one list of tasks: answers come in the order of the tasks, and a process that dies costs one.

The processes are forked: they have what was loaded before and need no second start. So nothing here runs
where there is no fork, or after threads were started.
"""

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.records import NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

A = TypeVar("A")

# Tasks that wait at each process, so that it need not wait for us.
_WAITING = 3
# How many tasks may be done before their turn comes, for each process: answers are kept until then.
_AHEAD = 8


class Died(NamedTuple):
    """Stands for the answer to a task whose process ended in the middle of it."""

    how: str


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def possible() -> bool:
    """Whether processes can be forked here."""
    return hasattr(os, "fork")


def apart(work: Callable[[], bool]) -> bool:
    """Has another process do something, with whose memory it is done when it ends; whether it was done."""
    threads = sys.modules.get("threading")
    if not possible() or (threads and threads.active_count() > 1):
        return False
    pid = os.fork()
    if pid == 0:
        done = False
        try:
            done = work()
        finally:
            # whatever it was, the first process will meet it, too
            os._exit(not done)
    return os.waitpid(pid, 0)[1] == 0


class _Hand:
    """A process, what is sent to it and what it was given, the first of which it is at."""

    def __init__(self, work: Callable[[int], object], others: Sequence["_Hand"]) -> None:
        import multiprocessing

        made = multiprocessing.get_context("fork")
        self.line, far = made.Pipe()
        self.given: deque[int] = deque()
        # It must not hold the other ends open, or the others would not notice when we are gone.
        ours = [self.line, *(one.line for one in others)]
        self.process: ForkProcess = made.Process(target=_serve, args=(work, far, ours), daemon=True)
        self.process.start()
        far.close()

    def give(self, task: int) -> None:
        self.given.append(task)
        # One that has died is noticed where its answer is read.
        with suppress(OSError):
            self.line.send(task)

    def how(self) -> str:
        """How a process ended that ought not to have."""
        self.process.join()
        code = self.process.exitcode or 0
        return f"signal {-code}" if code < 0 else f"status {code}"

    def end(self) -> None:
        self.process.terminate()
        self.process.join()
        self.line.close()


def _serve(work: Callable[[int], object], line: "Connection[Any, Any]", ours: Sequence["Connection[Any, Any]"]) -> None:
    """What a process does until nobody asks any more."""
    # An interrupt reaches all processes at once; the one that began ends the others.
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for one in ours:
        one.close()
    with suppress(EOFError, OSError):
        while True:
            line.send(work(line.recv()))


class Crew:
    """``count`` processes that do ``work``, which is given the number of a task; what it gives back is pickled."""

    def __init__(self, work: Callable[[int], object], count: int) -> None:
        self.work = work
        self.count = count
        self._hands: list[_Hand] = []

    def answers(self, tasks: int) -> Iterator[Any]:
        """The answers to the tasks 0 to ``tasks`` - 1 in their order, with ``Died`` for those that ended a process."""
        # What lasts is not looked through for garbage again, which would copy it into each process.
        gc.freeze()
        found: dict[int, object] = {}
        open_tasks = deque(range(tasks))
        for turn in range(tasks):
            while turn not in found:
                self._hand_out(open_tasks, turn)
                self._collect(open_tasks, found)
            yield found.pop(turn)

    def end(self) -> None:
        """Ends the processes, whatever they are at."""
        for hand in self._hands:
            hand.end()
        self._hands.clear()

    def _hand_out(self, open_tasks: deque[int], turn: int) -> None:
        """Gives tasks to those that have the fewest, none too far ahead of the one whose turn it is."""
        while open_tasks and open_tasks[0] < turn + self.count * _AHEAD:
            if len(self._hands) < self.count:
                self._hands.append(_Hand(self.work, self._hands))
            hand = min(self._hands, key=lambda one: len(one.given))
            if len(hand.given) >= _WAITING:
                return
            hand.give(open_tasks.popleft())

    def _collect(self, open_tasks: deque[int], found: dict[int, object]) -> None:
        """Takes what has come in; what a dead process did not get to is open again."""
        from multiprocessing.connection import wait

        ready = wait([hand.line for hand in self._hands])
        for hand in [one for one in self._hands if one.line in ready]:
            try:
                answer = hand.line.recv()
            except (EOFError, OSError):
                self._hands.remove(hand)
                if hand.given:
                    found[hand.given.popleft()] = Died(hand.how())
                    open_tasks.extendleft(reversed(hand.given))
                hand.end()
            else:
                found[hand.given.popleft()] = answer
