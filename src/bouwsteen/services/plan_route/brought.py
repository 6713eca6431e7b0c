"""Everything that somebody brings, result by result and paper by paper."""

from collections.abc import Container
from dataclasses import replace

from bouwsteen.model.person import Person
from bouwsteen.services.plan_route.asked import Asked
from bouwsteen.services.plan_route.from_evidence import of_evidence
from bouwsteen.services.plan_route.from_results import of_result
from bouwsteen.services.plan_route.standing import Brought


def brought(person: Person, found: Asked, together: Container[str] = ()) -> tuple[Brought, ...]:
    """Everything in the person's file that may count for the goals, in the order of the file.

    `together` are the parts that the law lets count with others, whatever they are by themselves.
    """
    results = (
        one
        for result in person.results
        for one in of_result(result, person, found, together=result.part in together)
    )
    evidence = (
        one for each in person.evidence for code in each.covers for one in of_evidence(code, each, found)
    )
    return tuple(
        replace(each, work=replace(each.work, key=f"brought/{at}"))
        for at, each in enumerate((*results, *evidence))
    )
