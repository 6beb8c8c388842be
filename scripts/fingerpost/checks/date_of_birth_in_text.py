"""A whole date of birth stands in a text.

Why it matters

With a name or a place, a date of birth is enough to find one person among all others. It is also enough to pass
for them on the telephone.

Bad (body):

    Robin was born on 3 May 1980.

Good (body):

    Robin was born in 1980.

How to mend it

Give the year, or better the decade or the age, as far as the story needs it. Where the date belongs to a
well-known person and everybody knows it already, say so: `checks: {ignore: {FP313: the date stands in every
biography}}`. Dates before 1900 are not looked at, nor is the day on which a group or an idea was born.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.personal import Found, find, problem
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP313"
SEVERITY = Severity.WARNING
SIGNS = ("born", "Born", "irth", "DOB", "dob", "DoB", ".O.B", ".o.b", "anwyd", "aned ", "geni", "eni ar", "eni y")
# English months, whole and short; Welsh ones, also as they are after "o".
MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|[mf]awrth|ebrill|[mf]ai|[mf]ehefin|g?orffennaf|awst|[mf]edi"
    r"|hydref|[td]achwedd|rh?agfyr"
)
DAY = r"[0-3]?[0-9](?:st|nd|rd|th|af|ail|il|ydd|fed|ed|eg|ain)?"
DATE = (
    rf"(?:[0-3]?[0-9][ ]?[./-][ ]?[01]?[0-9][ ]?[./-][ ]?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])"
    rf"|(?:19|20)[0-9]{{2}}-[01][0-9]-[0-3][0-9]"
    rf"|{DAY}(?:[ ](?:of|o))?[ ](?:{MONTHS})\.?,?[ ](?:19|20)[0-9]{{2}}"
    rf"|(?:{MONTHS})\.?[ ](?:the[ ])?{DAY},?[ ](?:19|20)[0-9]{{2}})"
)
# "in Cardiff", "yng Nghaerdydd", "in a small town".
PLACE = r"(?:,?[ ](?:in|at|yn|ym|yng|mewn)[ ][\w'’-]{1,30}(?:[ ][\w'’-]{1,30}){0,3}?)?"
# "on", "on the", "on Sunday", "ar y", "ar ddydd Sul".
ON = r",?[ ](?:on|ar)(?:[ ](?:the|yr?|\w{3,9}day|d?dydd[ ]\w{3,8}))?,?"
BORN = re.compile(
    r"(?<!\w)(?:"
    rf"(?P<born>born|g?anwyd|g?aned|n?g?eni)(?:[ ](?:i|me|ef|hi|nhw|fi))?{PLACE}{ON}"
    r"|(?P<short>born:?)"
    r"|(?P<said>date of birth|birth[ ]?date|d\.?[ ]?o\.?[ ]?b\.?|dyddiad (?:ei |fy )?g?eni)"
    r"(?:[ ]?[:=–-]|[ ](?:is|was|of|yw|oedd))?"
    rf")\s(?P<date>{DATE})(?!\w)",
    re.IGNORECASE,
)
# Groups, ideas and places are born too.
NOT_A_PERSON = re.compile(
    r"\b(?:group|network|movement|idea|charity|project|organisation|campaign|club|company|alliance|collective|union"
    r"|(?:g|ng)?rh?[ŵw]p|mudiad|fudiad|rhwydwaith|syniad|elusen|prosiect|sefydliad|ymgyrch|clwb)\b[^.\n]{0,30}$",
    re.IGNORECASE,
)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each date of birth in a body or in front matter."""
    for passage, found in find(resource, found_in):
        yield problem(
            ID,
            SEVERITY,
            passage,
            found,
            say("A whole date of birth stands here, after {words}.", words=found.shown),
            say("Give the year or the age instead, as far as the story needs it."),
        )


def found_in(words: str) -> Iterator[Found]:
    """Yield the dates of birth in a string. What is shown of them is only the words before."""
    if not any(sign in words for sign in SIGNS):
        return
    for match in BORN.finditer(words):
        if not NOT_A_PERSON.search(words[max(0, match.start() - 60) : match.start()]):
            yield Found(match.start(), shown(match["born"] or match["short"] or match["said"]))
