"""The audit of the whole product: every page in every width, colour scheme and folding."""
