"""Words made safe to stand in Markdown as the site reads it: nothing becomes a mark that was none.

The signs are those that mkdocs.yml's extensions read: Python-Markdown's own, tables, footnotes, attribute lists,
definition lists, and pymdownx's tilde and smartsymbols. What can't be escaped with a backslash becomes a character
reference.
"""

import re

ALWAYS = re.compile(r"[\\`*\[\]{~]")
UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
TAG = re.compile(r"<(?=[a-zA-Z/!?])")
REFERENCE = re.compile(r"&(?=#?\w{1,31};)")
SYMBOL = re.compile(r"\((?=(?:c|r|tm)\))|\+(?=/-)", re.IGNORECASE)
SYMBOL_REFERENCE = re.compile(r"=(?=/=)|(?<=\bc)/(?=o\b)")
IN_CODE = re.compile(r"(?P<code>\\.|(?P<fence>`+)(?!`).*?(?<!`)(?P=fence)(?!`))|\|")
AT_START = re.compile(r"(?P<sign>[#>+-]|[0-9]{1,9}(?=\.))|(?P<other>[=:|])")


def escaped(text: str) -> str:
    """Return words that can stand within a line."""
    text = REFERENCE.sub("&amp;", text)
    text = ALWAYS.sub(lambda found: f"\\{found[0]}", text)
    text = UNDERSCORE.sub(r"\\_", text)
    text = TAG.sub("&lt;", text)
    text = SYMBOL.sub(lambda found: f"\\{found[0]}", text)
    return SYMBOL_REFERENCE.sub(lambda found: f"&#{ord(found[0])};", text)


def at_start(line: str) -> str:
    """Return a line that begins no list, heading, quotation, table or definition."""
    found = AT_START.match(line)
    if not found:
        return line
    rest = line[found.end() :]
    if found["other"]:
        means = line[0] != ":" or rest.startswith((" ", "\t"))
        return f"&#{ord(line[0])};{rest}" if means else line
    if found["sign"].isdigit():
        return f"{found['sign']}\\{rest}" if re.match(r"\.(?:\s|$)", rest) else line
    if line[0] in "+-" and not re.match(r"[\s\-]|$", rest):
        return line
    return f"\\{line}"


def in_cell(text: str) -> str:
    """Return what can stand in a cell of a table: on one line, its bars escaped but for those in code."""
    return IN_CODE.sub(lambda found: found["code"] or "\\|", " ".join(text.split()))


def code(text: str) -> str:
    """Return code within a line, fenced with as many backticks as it takes."""
    flat = " ".join(text.split())
    longest = max((len(run) for run in re.findall(r"`+", flat)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {flat} {fence}" if "`" in flat else f"{fence}{flat}{fence}"
