"""The choice space: what may be chosen, the smallest repair, what serves a purpose best, and whether choice is real.

Nothing is imported here: `optimum` brings the solver along, which costs half a second that a check does not need.
"""
