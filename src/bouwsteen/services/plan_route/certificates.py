"""Which certificates lie on a route: those of its parts, and those that may concern them."""

from collections.abc import Sequence

from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Certificate
from bouwsteen.questions.routing.selection import Bundle, Work
from bouwsteen.services.plan_route.answer import CertificateOnTheWay, Objective, PlannedPeriod, RouteQuestion
from bouwsteen.services.plan_route.asked import Asked, add_module

Certificates = Sequence[tuple[Certificate, bool, frozenset[str]]]


def certificates_of(found: Asked, question: RouteQuestion) -> Certificates:
    """Each certificate that belongs to parts of the goals, or may, with their works; and those of modules.

    What has ended, and what somebody has already, is no aim.
    """
    made: list[tuple[Certificate, bool, frozenset[str]]] = []
    had = {code for each in question.person.evidence for code in each.covers}
    for each in found.structure.catalogue.records.certificates:
        if each.valid.on(found.structure.day) is Outcome.NO or each.code in had:
            continue
        if each.part:
            made.append((each, True, _on_route(found, each.part)))
        elif (
            each.module
            and question.objective is Objective.CERTIFICATE
            and found.structure.modules.get(each.module)
        ):
            if each.module not in found.works:
                add_module(each.module, found, wanted=False)
            if found.things[each.module].hours_known:
                made.append((each, True, frozenset({each.module})))
        made.extend((each, False, _on_route(found, key)) for key in each.may_concern)
    return [each for each in made if each[2]]


def _on_route(found: Asked, key: PartKey) -> frozenset[str]:
    """The works of a part; none where not all of them are asked for."""
    works = found.canonicals(key)
    return works if works <= found.works.keys() else frozenset()


def bundles(found: Certificates, asked: Asked, works: Sequence[Work]) -> list[Bundle]:
    """What is still to be done for each certain certificate; only where there are none, for those that may be.

    What is met by something that is held is done; of what is held for one need only that is not sure.
    """
    met = {need for each in works if each.held and not each.once for need in each.serves}
    certain = [each for each in found if each[1]] or found
    left = (
        (each, frozenset(key for key in mine if not met.issuperset(asked.works[key].serves)))
        for each, _, mine in certain
    )
    return [Bundle(key=f"{each.code} {' '.join(sorted(mine))}", works=mine) for each, mine in left if mine]


def on_the_way(
    found: Certificates, first: frozenset[str], periods: Sequence[PlannedPeriod]
) -> tuple[CertificateOnTheWay, ...]:
    """Each certificate of which something is still to be done on this route, soonest first."""
    ends = {part.thing.key: period.number for period in periods for part in period.parts if part.ends}
    made = [
        CertificateOnTheWay(
            certificate=each,
            certain=certain,
            period=max(ends[work] for work in works & ends.keys()),
            first=bool(first) and works <= first,
        )
        for each, certain, works in found
        if works & ends.keys()
    ]
    return tuple(sorted(made, key=lambda each: (not each.first, each.period, each.certificate.code)))
