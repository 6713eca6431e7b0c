"""Pictures as SVG, each in a page with the same as a table; for the command line and the site.

Every picture can be read in black and white: a shade always goes with a number, same and variant with signs of their
own. It carries a title and a description for who cannot see it, and its table says all that it shows.
"""
