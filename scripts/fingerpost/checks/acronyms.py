"""Words in capitals that stand for longer ones: which everyone knows, and which are none."""

# Known by their letters to most people in England and Wales, or by no other name.
KNOWN = frozenset(
    "UK EU USA US UN BBC ITV NHS GP TV DVD CD PC IT ID PIN FAQ PDF USB HTML URL WWW SMS GPS SIM ATM MP MS AGM OK "  # noqa: SIM905
    "PS NB RSVP AD BC BCE CE AI MBE OBE CBE BA MA PHD DNA HIV AIDS COVID LGBT LGBTQ LGBTQI LGBTQIA VAT ISBN ISSN "
    "AA AAA DOI CV DIY IQ UFO VIP SOS LED QR DJ AM PM FM PO CIC CIO LTD PLC CC GMT BST UTC "
    "KB MB GB JPEG PNG".split()
)
KNOWN_IN_WELSH = KNOWN | {"DU", "UE", "UDA", "GIG", "AS", "CBC", "OC", "CC", "ON"}
# Licences go by their letters.
LICENCES = frozenset({"AGPL", "BSD", "EUPL", "GPL", "ISC", "LGPL", "MIT", "MPL", "OFL", "OGL", "SIL"})
# In capitals to be stressed, not to stand for anything.
STRESSED = frozenset(
    "NOT NO NEVER AND OR BUT ALL ANY ONE DO DONT YES YOU YOUR WE OUR THE IS ARE CAN MUST ONLY STOP NEW NOW FREE "  # noqa: SIM905
    "THIS THAT IF NI NID NA NAC NAD DIM PEIDIO AC NEU OND CHI EICH NAWR NEWYDD RHAID UNIG".split()
)
# Small words that names leave out of their letters.
LEFT_OUT = r"(?:of|and|the|for|in|on|to|with|by|a|an|at|y|yr|ac|ar|i|o|am|dros|er|mewn|yn|gan|gyda|&)"
