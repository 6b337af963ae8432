"""What a person sees first: the work of the day and the state of the offices within view."""
