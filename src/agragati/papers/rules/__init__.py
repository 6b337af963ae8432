"""What a government paper is: typed values and pure functions, no Django, no files."""
