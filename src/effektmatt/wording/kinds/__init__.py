"""How each kind of evidence is said: one file per kind, with its clauses, its tables and its words in a notebook."""
