"""Words that go with a number: one event, two events."""

from __future__ import annotations


class Count(int):
    """A whole number, 0 or more, that brings the words that go with it: `f"{Count(2):# page|# pages}"` is "2 pages".

    A format with a bar holds the words for one before it and those for any other number after it; in both # stands for
    the number, with a comma for each thousand. Any other format is that of an int.
    """

    def __format__(self, spec: str) -> str:
        one, bar, more = spec.partition("|")
        if not bar:
            return super().__format__(spec)
        return (one if self == 1 else more).replace("#", f"{int(self):,}")


def filled_in(pattern: str, **values: object) -> str:
    """The pattern with its {names} replaced by these values; whole numbers bring their words, as `Count` says.

    KeyError for a name that is not among the values.
    """
    return pattern.format(**{name: Count(v) if isinstance(v, int) else v for name, v in values.items()})
