"""What a WSGI server runs: `granian --interface wsgi bouwsteen.entrances.web.wsgi:application`."""

import os
import threading

# Visitors are what goes on side by side; threads of numpy beside those of the worker only stand in each other's way.
# Read when numpy is loaded, so before anything else.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")

from bouwsteen.entrances.web.memory import keep_together  # noqa: E402 # after the threads of numpy are set

keep_together()

from django.core.wsgi import get_wsgi_application  # noqa: E402 # after memory is kept together

os.environ["DJANGO_SETTINGS_MODULE"] = "bouwsteen.entrances.web.settings"  # the site has one; not another's
application = get_wsgi_application()

from bouwsteen.entrances.web.site import published  # noqa: E402 # it needs the settings

# The first visitor comes a little later than this; the structure is made meanwhile.
threading.Thread(target=published().warm, name="first-structure", daemon=True).start()
