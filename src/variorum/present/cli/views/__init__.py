"""What `variorum show` prints, one module a kind of view."""
