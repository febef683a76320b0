"""One module a command, where it is more than a few lines; ``cli`` reads the arguments and calls them."""
