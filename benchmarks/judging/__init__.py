"""How often a verdict is false: whole projects, drawn again and again, and judged."""
