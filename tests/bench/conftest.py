"""What is served to be measured holds no tests, and cannot be imported without the settings of a site."""

collect_ignore = ["plain_settings.py", "plain_site.py", "plain_wsgi.py"]
