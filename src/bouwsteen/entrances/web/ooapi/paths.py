"""The paths of OOAPI v5, and what can be asked at each.

Source: OOAPI v5.0 (Edustandaard), as in SURF's profile `ooapi`.
"""

from collections.abc import Mapping

LISTS: Mapping[str, str] = {
    "persons": "personId",
    "organizations": "organizationId",
    "academic-sessions": "academicSessionId",
    "programs": "programId",
    "courses": "courseId",
    "buildings": "buildingId",
    "rooms": "roomId",
    "news-feeds": "newsFeedId",
    "education-specifications": "educationSpecificationId",
    "groups": "groupId",
}
"""Path of a list → the name of the id of its items."""
ONES = (*LISTS, "components", "offerings", "associations", "news-items")
INSIDE: Mapping[str, tuple[str, ...]] = {
    "persons": ("associations", "groups"),
    "organizations": (
        "programs",
        "courses",
        "components",
        "offerings",
        "groups",
        "education-specifications",
    ),
    "academic-sessions": ("offerings",),
    "programs": ("programs", "courses", "offerings"),
    "courses": ("components", "offerings"),
    "components": ("offerings",),
    "offerings": ("associations", "groups"),
    "buildings": ("rooms",),
    "news-feeds": ("news-items",),
    "education-specifications": ("education-specifications", "courses", "programs"),
    "groups": ("persons",),
}
"""Path of a thing → the lists inside it."""
NEVER_MISSING = {
    ("persons", "groups"),
    ("organizations", "groups"),
    ("programs", "programs"),
    ("offerings", "groups"),
    ("groups", "persons"),
}
"""Lists of which v5 knows no 404: of a thing that is not there they are empty."""

PAGE_SIZES = (10, 20, 50, 100, 250)
EXPANDED = ("parent", "children")
"""What can be given whole instead of as an id."""

_LEVELS = (
    *("secondary vocational education", "associate degree", "bachelor", "master", "doctoral"),
    *(f"secondary vocational education {level}" for level in range(1, 5)),
    *("undefined", "undivided", "nt2-1", "nt2-2"),
)
VALUES: Mapping[str, frozenset[str]] = {
    "programType": frozenset({"program", "minor", "honours", "specialization", "track"}),
    "qualificationAwarded": frozenset({"AD", "BA", "BSc", "LLB", "MA", "MSc", "LLM", "Phd", "None"}),
    "levelOfQualification": frozenset({"1", "2", "3", "4", "4+", "5", "6", "7", "8"}),
    "level": frozenset(_LEVELS),
    "sector": frozenset(
        {"secondary vocational education", "higher professional education", "university education"}
    ),
    "organizationType": frozenset(
        {"root", "institute", "department", "faculty", "branch", "academy", "school"}
    ),
}
"""What may be filtered on, and its values; any other filter is of things that we have none of."""
FREE = frozenset({"teachingLanguage", "fieldsOfStudy"})
"""Filters with any value."""
