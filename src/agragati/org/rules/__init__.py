"""Pure rules of the office world: paths of the tree, rows of a loaded sheet."""
