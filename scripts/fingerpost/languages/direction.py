"""Which way a language is written: from its script where its code names one, else from the language itself.

The list is Unicode CLDR's (layout, character order). Babel has it too, but checking should not wait for Babel.
"""

# ruff: noqa: SIM905
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "ltr", "rtl"
LANGUAGES = frozenset(
    "apc ar arc bal bgn ckb dv fa glk he ks lrc luz mzn nqo pnb prs ps rhg sd sdh skr syr trw ug ur yi".split()
)
SCRIPTS = frozenset("adlm arab aran hebr mand nkoo rohg samr syrc thaa".split())


def direction(code: str) -> str:
    """Return ``rtl`` or ``ltr``, the value of HTML's `dir`, for a language's code (BCP 47).

    >>> direction("ar"), direction("pa-Arab-PK"), direction("az-Latn"), direction("cy")
    ('rtl', 'rtl', 'ltr', 'ltr')
    """
    language, *more = code.lower().replace("_", "-").split("-")
    script = next((part for part in more if len(part) == 4 and part.isalpha()), "")
    written_so = script in SCRIPTS if script else language in LANGUAGES
    return RIGHT_TO_LEFT if written_so else LEFT_TO_RIGHT
