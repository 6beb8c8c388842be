"""The editions: each reads as a list of steps."""
