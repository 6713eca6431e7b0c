"""Who works at the machine itself: they have the database in their hands already."""

import getpass

from bouwsteen.services.policy import Actor, operator


def operator_here() -> Actor:
    """The user of the machine; it may not know a name."""
    try:
        return operator(getpass.getuser())
    except (KeyError, OSError):
        return operator("unknown")
