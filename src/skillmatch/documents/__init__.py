"""Read files into `Document`s: one reader per format, picked by content."""
