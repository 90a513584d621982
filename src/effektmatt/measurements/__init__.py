"""Numbers that were measured: days of sick leave, hours, a test score, a scale already summed."""
