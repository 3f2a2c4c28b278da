"""The programme: talks in their order, on their days, at a moment, and in one another's way."""
