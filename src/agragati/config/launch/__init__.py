"""Bringing the product up: embedded database, web server and worker, static files."""
