"""The examples in the modules of the site hold. They need its settings, so they run in a process of their own."""

import os
import subprocess
import sys

MODULES = ["language", "negotiating", "api.door", "api.document", "ooapi.views"]
PROGRAM = """
import doctest, importlib, sys
import django
django.setup()
found = [doctest.testmod(importlib.import_module(f"bouwsteen.entrances.web.{name}")) for name in sys.argv[1:]]
sys.exit(any(each.failed or not each.attempted for each in found))
"""


def test_the_examples_hold(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "bouwsteen.entrances.web.settings",
        "XDG_DATA_HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *MODULES], env=environment, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout + done.stderr
