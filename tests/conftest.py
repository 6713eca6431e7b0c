"""What all tests share: how Hypothesis searches."""

from hypothesis import HealthCheck, settings

# No deadline: a slow machine is not a wrong answer. The same examples on every run: a failure stays.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")
