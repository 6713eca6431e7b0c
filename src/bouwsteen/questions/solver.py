"""CP-SAT, which proves that nothing is better; loaded when the first optimum is asked for.

Loading it costs 20 MB of memory. OR-tools would load pandas too, for columns of variables that no question here has:
42 MB more, and a third of a second. So while it is loaded an empty module stands where pandas would be; where
that does not do, as may be in a later OR-tools, pandas comes along.
"""

import sys
import threading
from importlib import import_module
from types import ModuleType

CP_MODEL, PANDAS = "ortools.sat.python.cp_model", "pandas"
NAMED = ("Index", "Series")
"""The classes of pandas that OR-tools names in its signatures."""
_LOADING = threading.Lock()


def cp_model() -> ModuleType:
    """The module `ortools.sat.python.cp_model`."""
    with _LOADING:
        if CP_MODEL in sys.modules or PANDAS in sys.modules:
            return import_module(CP_MODEL)
        stand_in = ModuleType(PANDAS)
        stand_in.__dict__.update({name: type(name, (), {}) for name in NAMED})
        sys.modules[PANDAS] = stand_in
        try:
            return import_module(CP_MODEL)
        except AttributeError:
            del sys.modules[PANDAS]
            return import_module(CP_MODEL)
        finally:
            if sys.modules.get(PANDAS) is stand_in:
                del sys.modules[PANDAS]
