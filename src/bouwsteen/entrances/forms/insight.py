"""What `bouwsteen insight` answers, as JSON: one form a view, which `view` names."""

from collections.abc import Mapping, Sequence
from typing import Any

from bouwsteen.model.codes import PartKey
from bouwsteen.model.records import FamilyMark
from bouwsteen.questions.reuse.breadth import Breadth
from bouwsteen.questions.reuse.differences import Run
from bouwsteen.questions.reuse.overlap import Overlap
from bouwsteen.questions.reuse.programmes import Branch
from bouwsteen.questions.reuse.recognisability import Recognisability
from bouwsteen.questions.reuse.standing import Standing
from bouwsteen.services.find_base import FoundBase, FoundSets, Titles
from bouwsteen.services.find_overlap import OverlapReport
from bouwsteen.services.known_texts import KnownTexts
from bouwsteen.services.map_qualifications import QualificationsMap
from bouwsteen.services.map_shared_parts import PartsMap
from bouwsteen.services.rank_breadth import BroadElement
from bouwsteen.services.show_families import FoundFamilies, ShownFamily
from bouwsteen.services.show_family import FamilyInFull, ShownMember

Names = Mapping[str, str]


def families_form(shown: Sequence[ShownFamily], found: FoundFamilies) -> dict[str, Any]:
    """`shown` are those of all `found` that are given."""
    return {
        "view": "families",
        "words": found.words or None,
        "total": len(found.all),
        "families": [
            {
                **_standing_form(each.standing),
                "qualifications": list(each.qualifications),
                "members": [
                    {
                        "key": str(one.key),
                        "title": one.title,
                        "core_task": one.context or None,
                        "relation": one.relation.value,
                        "sameness": one.sameness,
                    }
                    for one in each.standing.family.members
                ],
                "breadth": _breadth_form(each.breadth),
            }
            for each in shown
        ],
    }


def family_form(found: FamilyInFull) -> dict[str, Any]:
    return {
        "view": "family",
        **_standing_form(found.standing),
        "said": [
            {
                "verdict": each.verdict.value,
                "title": each.title,
                "by": each.by,
                "on": each.on.isoformat(),
            }
            for each in found.standing.said
        ],
        "breadth": _breadth_form(found.breadth),
        "texts_known": found.texts.known,
        "basis": found.texts.basis,
        "members": [_member_form(each) for each in found.members],
    }


def mark_form(mark: FamilyMark, ledger_number: int) -> dict[str, Any]:
    return {
        "view": "mark",
        "family": mark.family,
        "verdict": mark.verdict.value,
        "title": mark.title,
        "members": [str(key) for key in mark.members],
        "by": mark.by,
        "on": mark.on.isoformat(),
        "ledger_number": ledger_number,
    }


def broad_form(found: Sequence[BroadElement], total: int, names: Names) -> dict[str, Any]:
    return {
        "view": "broad",
        "total": total,
        "elements": [
            {
                **_standing_form(each.standing),
                "general": each.general,
                "breadth": _breadth_form(each.breadth),
                "sectors": [
                    {
                        "code": code,
                        "title": names.get(code, ""),
                        "files": count,
                        "inferred": code in each.inferred,
                    }
                    for code, count in each.breadth.sectors.items()
                ],
            }
            for each in found
        ],
    }


def base_form(found: FoundBase, names: Names) -> dict[str, Any]:
    base, crebos = found.base, [each.crebo for each in found.programmes]
    return {
        "view": "base",
        "estimate": True,
        "programmes": [
            {
                "crebo": each.crebo,
                "name": names[each.crebo],
                "vocational_hours": round(float(each.hours)),
                "common_share": round(float(base.shares[each.crebo]), 3) if base else None,
                "adds": [
                    _element(name, found.titles, [each.crebo])
                    for name in found.titles.in_order(set(each.elements) - set(base.common if base else ()))
                ],
            }
            for each in found.programmes
        ],
        "unknown": list(found.unknown),
        "common": [_element(name, found.titles, crebos) for name in found.titles.in_order(base.common)]
        if base
        else [],
        "only_in_name": [_element(name, found.titles, crebos) for name in found.only_in_name],
        **_basis_form(found.texts),
        "common_hours": round(float(base.common_hours)) if base else None,
        "generic_hours": round(float(found.generic_hours)) if found.generic_hours is not None else None,
        "choose_after_hours": round(float(found.choose_after)) if found.choose_after is not None else None,
        "tree": _branch_form(base.tree) if base else None,
        "switches": [
            {
                "from": each.old,
                "to": each.new,
                "before_choice_hours": 0,
                "still_to_do_hours": round(float(each.still)),
                "done_in_vain_hours": round(float(each.unused)),
            }
            for each in (base.switches if base else ())
        ],
    }


def sets_form(found: FoundSets, names: Names) -> dict[str, Any]:
    return {
        "view": "sets",
        "estimate": True,
        "objective": "common hours × (programmes − 1)",
        "searched": found.searched,
        **_basis_form(found.texts),
        "sets": [
            {
                "programmes": [{"crebo": crebo, "name": names[crebo]} for crebo in each.crebos],
                "common": [
                    _element(name, found.titles, each.crebos) for name in found.titles.in_order(each.elements)
                ],
                "common_hours": round(float(each.hours)),
                "saved_hours": round(float(each.saved)),
            }
            for each in found.sets
        ],
    }


def map_form(found: PartsMap, names: Names) -> dict[str, Any]:
    return {
        "view": "map",
        "sectors": [
            {"code": code, "title": names.get(code, ""), "qualifications": count}
            for code, count in found.sectors.items()
        ],
        "unplaced": found.unplaced,
        "between": [
            {"one": one, "other": other, "families": count}
            for (one, other), count in sorted(found.between.items())
        ],
        "parts": [
            {
                "id": each.id,
                "title": each.title,
                "kind": each.kind,
                "places": [{"crebo": crebo, "sector": sector} for crebo, sector in each.places.items()],
            }
            for each in found.parts
        ],
    }


def qualifications_form(found: QualificationsMap, names: Names, sectors: Names) -> dict[str, Any]:
    return {
        "view": "map-of-programmes",
        "sector": {"code": found.sector, "title": sectors.get(found.sector, "")} if found.sector else None,
        "programmes": [
            {
                "crebo": each.crebo,
                "name": names[each.crebo],
                "file": each.file if each.file_known else None,
                "elements": each.elements,
            }
            for each in found.placed
        ],
        "unknown": list(found.unknown),
        "between": [
            {"one": one, "other": other, "elements": count, "one_file": found.one_file(one, other)}
            for (one, other), count in sorted(found.between.items())
        ],
        "elements": [
            {"id": each.id, "title": each.title, "programmes": list(each.crebos)} for each in found.shared
        ],
    }


def overlap_form(
    found: OverlapReport, shown: Sequence[Overlap], titles: Mapping[PartKey, str]
) -> dict[str, Any]:
    return {
        "view": "overlap",
        "least": 0.7,
        "total": len(found.overlaps),
        "compared": found.compared,
        "with_text": found.with_text,
        "without_file": found.without_file,
        "overlaps": [
            {
                "left": str(each.left),
                "left_title": titles.get(each.left, ""),
                "right": str(each.right),
                "right_title": titles.get(each.right, ""),
                "share": round(float(each.share), 2),
                "basis": each.basis.value,
                "inside": each.inside,
                "family": _one_family(each, found),
            }
            for each in shown
        ],
    }


def recognition_form(found: Recognisability, texts: KnownTexts, names: Names) -> dict[str, Any]:
    return {
        "view": "recognition",
        **_basis_form(texts),
        "crebo": found.crebo,
        "name": names[found.crebo],
        "elements": found.elements,
        "common_share": round(float(found.common_share), 3),
        "nearest": {
            "crebo": found.nearest,
            "name": names[found.nearest],
            "overlap": round(float(found.nearest_overlap), 3),
        }
        if found.nearest
        else None,
        "core_tasks": [
            {
                "key": each.key,
                "coherence": round(float(each.coherence), 3) if each.coherence is not None else None,
                "elsewhere": each.elsewhere,
            }
            for each in found.tasks
        ],
    }


def _one_family(overlap: Overlap, found: OverlapReport) -> str | None:
    family = found.families.get(overlap.left)
    return family if family == found.families.get(overlap.right) else None


def _standing_form(standing: Standing) -> dict[str, Any]:
    return {
        "id": standing.id,
        "kind": standing.family.kind.value,
        "title": standing.title,
        "own_title": standing.family.title,
        "state": standing.state.value,
        "by": standing.by or None,
        "on": standing.on.isoformat() if standing.on else None,
        "joined_since": [str(key) for key in standing.since],
        "files": list(standing.family.files),
    }


def _breadth_form(breadth: Breadth | None) -> dict[str, Any] | None:
    if breadth is None:
        return None
    return {
        "score": breadth.score,
        "effective_sectors": breadth.spread,
        "word_sectors": breadth.words,
        "files": breadth.owners,
        "files_without_sector": breadth.unplaced,
    }


def _member_form(shown: ShownMember) -> dict[str, Any]:
    text = shown.text
    return {
        "key": str(shown.member.key),
        "title": shown.member.title,
        "core_task": shown.member.context or None,
        "relation": shown.relation.value,
        "rests_on": "text" if shown.by_text else "title",
        "sameness": shown.member.sameness,
        "difference": _runs_form(shown.runs),
        "qualifications": list(shown.qualifications),
        "sectors": list(shown.sectors),
        "text": {
            "held_against": str(text.against) if text.against else None,
            "kept": text.kept,
            "difference": _runs_form(text.runs),
            "additions": dict(text.text.additions),
        }
        if text
        else None,
    }


def _runs_form(runs: Sequence[Run]) -> list[dict[str, str]]:
    return [{"change": each.kind.value, "words": each.words} for each in runs]


def _branch_form(branch: Branch) -> dict[str, Any]:
    return {
        "programmes": list(branch.crebos),
        "elements": list(branch.elements),
        "hours": round(float(branch.hours)),
        "branches": [_branch_form(each) for each in branch.branches],
    }


def _element(name: str, titles: Titles, crebos: Sequence[str]) -> dict[str, Any]:
    return {
        "id": name,
        "title": titles.of[name],
        "general": name in titles.general,
        "own_titles": [
            {"crebo": crebo, "title": title} for crebo in crebos for title in titles.own_of(name, crebo)
        ],
    }


def _basis_form(texts: KnownTexts) -> dict[str, Any]:
    return {"basis": texts.basis, "parts": texts.parts, "with_text": texts.known}
