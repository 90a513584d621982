"""What was used, done and spent: logs, activities, ledgers and published indices. Counted, described, added up."""
