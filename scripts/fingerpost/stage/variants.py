"""The variants of what is printed: a row each, in the order in which a page offers them."""

from dataclasses import dataclass

from fingerpost.library.kinds import ARCHIVE, DIRECTORY, Kind

BOTH = "tilt-and-turn"  # holds two languages, so its name needs none


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to print a resource.

    `page` is the staged page that it is drawn from, `style` the file of `overrides/paper/` that lays it out, `points`
    the smallest size of any letter on it, page numbers too. Of a table with more than `columns` columns each row is
    laid out as a list. `folded` variants are imposed on A4 for a stapler: they are for paper alone.
    """

    name: str
    page: str
    style: str
    points: int
    columns: int
    folded: bool = False

    def fits(self, kind: Kind) -> bool:
        """Whether a kind is printed so: a card of a page or two makes no booklet."""
        return not self.folded or kind not in (ARCHIVE, DIRECTORY)


# UKAAF G003 (2019): clear print is 12 points or more, large print 16 or more and 18 by preference. Easy Read is 14 or
# more (Change: How to make information accessible, 2016).
VARIANTS: tuple[Variant, ...] = (
    Variant("a4", "index", "a4.css", 12, 6),
    Variant("large", "index", "large.css", 18, 2),
    Variant("booklet", "index", "a5.css", 12, 4, folded=True),
    Variant(BOTH, "index", "a5.css", 12, 4, folded=True),
    Variant("easy", "easy", "easy.css", 14, 2),
    Variant("handouts", "handouts", "handouts.css", 12, 6),
)
BY_NAME = {variant.name: variant for variant in VARIANTS}
