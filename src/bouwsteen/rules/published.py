"""Values of the law, as the rule files state them; written by `tools/build_parameters.py`, not by hand.

Id of a parameter → each value, its first day, the first day on which it holds no more, and for whom.
"""

from collections.abc import Mapping
from datetime import date

Row = tuple[int | str, date, date | None, Mapping[str, tuple[str | bool | int, ...]]]

PUBLISHED: Mapping[str, tuple[Row, ...]] = {
    "study-year-hours": ((1600, date(2015, 8, 1), None, {}),),
    "shortest-years": (
        (1, date(2015, 8, 1), None, {"student.type": ("entree", "basis", "specialist")}),
        (2, date(2015, 8, 1), None, {"student.type": ("vak",)}),
        (3, date(2015, 8, 1), None, {"student.type": ("middenkader",)}),
    ),
    "longest-years": (
        (1, date(2015, 8, 1), None, {"student.type": ("entree", "specialist")}),
        (2, date(2015, 8, 1), None, {"student.type": ("basis",)}),
        (3, date(2015, 8, 1), None, {"student.type": ("vak",)}),
        (3, date(2015, 8, 1), None, {"student.type": ("middenkader",), "student.four-years": (False,)}),
        (4, date(2015, 8, 1), None, {"student.type": ("middenkader",), "student.four-years": (True,)}),
    ),
    "module-obligation-hours": (
        (240, date(2016, 8, 1), None, {"student.type": ("entree", "specialist")}),
        (480, date(2016, 8, 1), None, {"student.type": ("basis",), "student.formative-parts": (False,)}),
        (240, date(2016, 8, 1), None, {"student.type": ("basis",), "student.formative-parts": (True,)}),
        (720, date(2016, 8, 1), None, {"student.type": ("vak",), "student.formative-parts": (False,)}),
        (480, date(2016, 8, 1), None, {"student.type": ("vak",), "student.formative-parts": (True,)}),
        (
            720,
            date(2016, 8, 1),
            None,
            {
                "student.type": ("middenkader",),
                "student.four-years": (False,),
                "student.formative-parts": (False,),
            },
        ),
        (
            480,
            date(2016, 8, 1),
            None,
            {
                "student.type": ("middenkader",),
                "student.four-years": (False,),
                "student.formative-parts": (True,),
            },
        ),
        (
            960,
            date(2016, 8, 1),
            date(2022, 8, 1),
            {
                "student.type": ("middenkader",),
                "student.four-years": (True,),
                "student.formative-parts": (False,),
            },
        ),
        (
            720,
            date(2016, 8, 1),
            date(2022, 8, 1),
            {
                "student.type": ("middenkader",),
                "student.four-years": (True,),
                "student.formative-parts": (True,),
            },
        ),
        (
            720,
            date(2022, 8, 1),
            None,
            {
                "student.type": ("middenkader",),
                "student.four-years": (True,),
                "student.formative-parts": (False,),
            },
        ),
        (
            480,
            date(2022, 8, 1),
            None,
            {
                "student.type": ("middenkader",),
                "student.four-years": (True,),
                "student.formative-parts": (True,),
            },
        ),
    ),
    "dutch-level": (
        ("2F", date(2016, 8, 1), None, {"student.level": (1, 2, 3)}),
        ("3F", date(2016, 8, 1), None, {"student.level": (4,)}),
    ),
    "numeracy-level": (
        ("2F", date(2016, 8, 1), date(2022, 8, 1), {"student.level": (1,)}),
        ("2F", date(2016, 8, 1), date(2022, 8, 1), {"student.level": (2,)}),
        ("2F", date(2016, 8, 1), date(2022, 8, 1), {"student.level": (3,)}),
        ("3F", date(2016, 8, 1), date(2022, 8, 1), {"student.level": (4,)}),
        ("mbo-2", date(2022, 8, 1), None, {"student.level": (1,)}),
        ("mbo-2", date(2022, 8, 1), None, {"student.level": (2,)}),
        ("mbo-3", date(2022, 8, 1), None, {"student.level": (3,)}),
        ("mbo-4", date(2022, 8, 1), None, {"student.level": (4,)}),
    ),
    "english-level": (("B1", date(2016, 8, 1), None, {"student.level": (4,)}),),
}
