"""Starting and looking after the processes of one installation: database, web server, job worker."""
