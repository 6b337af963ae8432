"""Messages to posts and offices: notices, e-mail, SMS, push; the list of open duties, and reminders about them."""
