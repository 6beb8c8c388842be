"""In which languages a resource can be read, and how far each translation is."""

from fingerpost.stage.facts import language_name, short_facts_of
from fingerpost.stage.view import Scene, View, see


def facts_line(scene: Scene, view: View) -> str:
    """Return the facts for a listing with the languages, named in the reader's own: a line of one language."""
    names = (language_name(row["code"], scene.words) + f" {row['mark']}".rstrip() for row in languages_of(scene, view))
    return " · ".join([*short_facts_of(scene, view), ", ".join(names)])


def own_languages(scene: Scene, view: View) -> list[str]:
    """Return the codes of the languages in which a resource has words of its own that this edition shows."""
    found = (see(scene.library, view.resource, code, scene.edition) for code in scene.library.site.codes)
    return [seen.language for seen in found if seen and not seen.foreign]


def languages_of(scene: Scene, view: View) -> list[dict[str, str]]:
    """Return the languages a resource can be read in: the code of each, its own name, and whether it is a draft."""
    found = []
    for code in own_languages(scene, view):
        translation = view.resource.main.texts[code].translation
        mark = scene.words("draft-mark") if translation and translation.status == "draft" else ""
        found.append({"code": code, "name": scene.library.site.language(code).name, "mark": mark})
    return found
