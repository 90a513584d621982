## notes
