"""The solver comes without pandas, and with it where it must."""

import subprocess
import sys

import pytest

SOLVED = """
import sys
from bouwsteen.questions import solver
{before}
made = solver.cp_model()
model = made.CpModel()
some = [model.new_bool_var(str(each)) for each in range(9)]
model.add(made.LinearExpr.weighted_sum(some, range(9)) <= 20)
model.maximize(made.LinearExpr.sum(some))
found = made.CpSolver()
assert found.solve(model) == made.OPTIMAL and found.objective_value == 6
print("pandas" in sys.modules)
import pandas
print(pandas.Series([1, 2]).sum(), solver.cp_model() is made)
"""


@pytest.mark.parametrize(
    ("before", "there"),
    [
        pytest.param("", False, id="without"),
        pytest.param("import pandas", True, id="it was there already"),
        pytest.param("solver.NAMED = ()", True, id="the stand-in does not do"),
    ],
)
def test_the_solver_loads_no_pandas_unless_it_must(before, there):
    code = SOLVED.format(before=before)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert run.stdout.split() == [str(there), "3", "True"], run.stderr
