"""What can be chosen where a list is short and the same for everybody: the id that is written, and words for it."""

from collections.abc import Mapping

from fingerpost.languages.phrases import Phrase, say

Choices = Mapping[str, Phrase]

MADE_BY: Choices = {
    "lived-experience-led": say("people with lived experience"),
    "co-produced": say("people with lived experience and others together"),
    "compiled": say("put together from what is already published, in our own words"),
}
SHOWN: Choices = {
    "named": say("by their own name"),
    "pseudonym": say("by a name that they chose"),
    "group": say("by the name of their group"),
    "anonymous": say("not at all"),
}
LICENCES: Choices = {
    "CC-BY-SA-4.0": say("others may share and change it, and have to let others do the same"),
    "CC-BY-4.0": say("others may share and change it, and have to say who made it"),
    "CC-BY-NC-SA-4.0": say("the same as the first, and nobody may earn from it"),
    "CC-BY-ND-4.0": say("others may share it, and not change or translate it"),
    "CC0-1.0": say("everybody may do anything with it"),
    "InC": say("its makers keep all rights"),
}
SCOPE: Choices = {
    "web": say("the website"),
    "print": say("paper"),
    "offline": say("copies that need no internet, such as USB sticks"),
    "translation": say("another language"),
}
TYPES: Choices = {
    "book": say("a book"),
    "chapter": say("a chapter"),
    "report": say("a report"),
    "article": say("an article"),
    "thesis": say("a thesis"),
    "magazine": say("a magazine"),
    "website": say("a website"),
    "film": say("a film"),
    "audio": say("a recording"),
    "blog": say("a blog"),
    "other": say("something else"),
}
ACCESS: Choices = {
    "open": say("free, on the internet"),
    "library": say("in libraries"),
    "purchase": say("to buy"),
    "request": say("by asking for it"),
    "unknown": say("not known"),
}
COSTS: Choices = {"free": say("free"), "paid": say("paid for"), "varies": say("it varies"), "unknown": say("not known")}
