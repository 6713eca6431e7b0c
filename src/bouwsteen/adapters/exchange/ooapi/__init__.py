"""The structure in the form of the Open Onderwijs API, version 5, as schools' systems exchange it.

| of us                     | in OOAPI v5                                                                    |
|---------------------------|--------------------------------------------------------------------------------|
| qualification             | Program, `programType` program; its work processes are `learningOutcomes`      |
| optional module           | Program, `programType` minor, a child of the programmes it was seen offered with |
| certificate               | Program, `programType` track; a child of the module that it belongs to          |
| school                    | Organization, `organizationType` institute                                     |
| file, core task, key, sources, sureness | no home in v5: in `consumers`, under the key `x-bouwsteen`       |

What v5 has and we do not know (courses, rooms, offerings with dates, persons) is an empty list. Of a person there is
never anything.

Source: MORA, definitiemapping v0.4; OKx guidelines 1.0, 2.5 (extensions with `x-`); SURF, OOAPI v5 profile `ooapi`.
"""

from bouwsteen.adapters.exchange.ooapi.exchange import OpenEducationExchange

__all__ = ["OpenEducationExchange"]
