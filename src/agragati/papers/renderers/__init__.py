"""Values in, bytes out: PDF, DOCX, pictures of pages."""
