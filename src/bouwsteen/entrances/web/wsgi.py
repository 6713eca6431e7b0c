"""What a WSGI server runs: `granian --interface wsgi bouwsteen.entrances.web.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "bouwsteen.entrances.web.settings"  # the site has one; not another's
application = get_wsgi_application()
