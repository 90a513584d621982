"""Cases: how long they take from opened to closed, those still open included."""
