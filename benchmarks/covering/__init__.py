"""How often intervals cover the truth: exact sums for shares, simulation for the rest. Run `benchmarks/coverage.py`."""
