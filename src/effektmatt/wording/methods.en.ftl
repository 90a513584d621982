## methods
