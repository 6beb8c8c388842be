"""Words that every sentence needs: articles, pronouns, prepositions, conjunctions, particles, forms of *to be*.

Closed classes, as grammars give them (for English, Quirk, Greenbaum, Leech and Svartvik, A Comprehensive Grammar of
the English Language, chapter 2; for Welsh, Gareth King, Modern Welsh: A Comprehensive Grammar), and the words that ask
a question. A search leaves them out beside other words. Words that can bear the meaning of a question stay: *no*,
*not*, *without*, *heb*, *na*. Written without circumflexes, as they are looked up.
"""

from collections.abc import Mapping

# ruff: noqa: SIM905
SMALL: Mapping[str, tuple[str, ...]] = {
    "en": tuple(
        """
        a an the of to in on at by for from with as into onto about and or but if than then so that this these those
        there here it its i im ive me my mine you your yours we us our ours they them their theirs he him his she her
        hers who whom whose which what when where why how is are am was were be been being do does did doing done has
        have had having can could will would shall should may might must s t re ve ll d dont doesnt didnt
        isnt arent wasnt wont im youre theyre whats hows
        """.split()
    ),
    "cy": tuple(
        """
        y yr a ac ag i o yn ar at am gan gyda ger ir or ar yr yw sy sydd mae maen ydy ydi ydw dw rydw rydych rydyn
        ydych ydyn oes oedd roedd bod fod bydd fydd bu fu fi mi ti di fe fo ef hi ni chi chwi nhw hwy fy dy ei ein eich
        eu hwn hon hyn hwnnw honno hynny yma yna yno neu ond os pe nad pan fel felly beth pwy pam sut ble pryd pa faint
        ydw wyf wyt n r u w ch th m s d
        """.split()
    ),
}
