"""Bank files: writing payments (pain.001), checking them, and reading what the bank answers."""
