"""Read the minutes of Japanese government councils into a graph of evidence."""
