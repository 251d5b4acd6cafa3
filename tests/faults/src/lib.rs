//! What happens when relays refuse, databases vanish and workers die: tests only, see `tests/`.
