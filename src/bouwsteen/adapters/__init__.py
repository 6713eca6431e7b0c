"""Floor 5: the outside. Each package implements ports of `services.ports`; they never meet."""
