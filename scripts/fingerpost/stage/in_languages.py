"""In which languages a resource can be read, and how far each translation is."""

from fingerpost.stage.facts import language_name, short_facts_of
from fingerpost.stage.markdown import escape
from fingerpost.stage.view import Scene, View, see


def facts_line(scene: Scene, view: View) -> str:
    """Return the facts for a listing with the languages, named in the reader's own: a line of one language."""
    names = (language_name(row["code"], scene.words) + f" {row['mark']}".rstrip() for row in languages_of(scene, view))
    return " · ".join([*short_facts_of(scene, view), ", ".join(names)])


def languages_of(scene: Scene, view: View) -> list[dict[str, str]]:
    """Return the languages a resource can be read in: the code of each, its own name, and whether it is a draft."""
    found = []
    for language in scene.library.site.languages:
        seen = see(scene.library, view.resource, language.code, scene.edition)
        if seen is None or seen.foreign:
            continue
        text = seen.text
        draft = text.translation is not None and text.translation.status == "draft"
        mark = scene.words("draft-mark") if draft else ""
        found.append({"code": language.code, "name": language.name, "mark": mark})
    return found


def languages_in_html(scene: Scene, view: View) -> str:
    """Return the languages of a resource as HTML, each by its own name and marked as a word of its own language."""
    names = []
    for row in languages_of(scene, view):
        name = escape(row["name"])
        own = name if row["code"] == scene.language else f'<span lang="{row["code"]}">{name}</span>'
        names.append(f"{own} {escape(row['mark'])}".rstrip())
    return ", ".join(names)
