"""The site: every page works without scripts, in Dutch and, under /en, in English."""
