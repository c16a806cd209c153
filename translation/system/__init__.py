"""What touches the machine: files, processes, the web, cancelling. For all above the text."""
