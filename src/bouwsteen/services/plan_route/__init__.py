"""The way from what somebody has to one or several diplomas, laid out over periods.

answer                                 what is asked of a route, and what it answers
asked                                  what the diplomas ask, and what can be done for it
brought, from_results, from_evidence   what is there already
standing, settled                      how that counts
planning, ordering, certificates       the shortest way, its order and periods, and what lies on it
"""

from bouwsteen.services.plan_route.answer import (
    CertificateOnTheWay,
    Goal,
    Objective,
    PlannedPart,
    PlannedPeriod,
    Route,
    RouteQuestion,
    Why,
)
from bouwsteen.services.plan_route.asked import Thing, ThingKind
from bouwsteen.services.plan_route.planning import plan_route
from bouwsteen.services.plan_route.standing import Because, Brought, Standing

__all__ = [
    "Because",
    "Brought",
    "CertificateOnTheWay",
    "Goal",
    "Objective",
    "PlannedPart",
    "PlannedPeriod",
    "Route",
    "RouteQuestion",
    "Standing",
    "Thing",
    "ThingKind",
    "Why",
    "plan_route",
]
