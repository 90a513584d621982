"""Pure statistics over counts and small arrays: no dataframes, no words from the evaluators' world."""
