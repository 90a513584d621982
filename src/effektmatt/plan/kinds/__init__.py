"""What a plan says of each kind of evidence, in one file per kind."""
