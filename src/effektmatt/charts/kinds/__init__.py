"""What each kind of evidence shows: one file per kind, which says what charts its results have."""
