"""Settings that all tests share."""

import os

from hypothesis import settings

# No deadline: a slow machine is no fault of the code. In CI the same examples are drawn each time.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")
