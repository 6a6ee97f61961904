"""Finding the people of one list again in the next, without guessing."""

from allocator.pairing.addition import enlarged
from allocator.pairing.composition import composed
from allocator.pairing.difference import changes_of
from allocator.pairing.pairing import Pairing, paired

__all__ = ["Pairing", "changes_of", "composed", "enlarged", "paired"]
