"""Pure rules of action plans: frameworks as values, scoring with reasons, linting, foresight. No Django, no I/O."""
