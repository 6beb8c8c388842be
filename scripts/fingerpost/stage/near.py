"""What is near a resource: others that share its topics or its sources."""

from typing import Any

from fingerpost.library.schema import Entry
from fingerpost.stage.items import item_of
from fingerpost.stage.view import Scene, View

MOST = 4


def related_to(scene: Scene, view: View, page: str) -> list[dict[str, Any]]:
    """Return the nearest others: each shared topic counts two, each shared source one; ties go by id."""
    meta = view.resource.entry

    def nearness(other: Entry) -> int:
        return 2 * len(set(meta.topics) & set(other.topics)) + len(set(meta.sources) & set(other.sources))

    others = [(nearness(other.resource.entry), other) for other in scene.listed if other.resource is not view.resource]
    nearest = sorted(others, key=lambda pair: (-pair[0], pair[1].resource.id))
    return [
        item_of(scene, other, page, facts=_facts(scene, other), languages=[])
        for score, other in nearest[:MOST]
        if score
    ]


def _facts(scene: Scene, view: View) -> list[str]:
    return [scene.words(f"kind-{view.resource.kind.name}")]
