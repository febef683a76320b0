"""What to lint with: the configuration files of repositories and users, and what follows from them for an article."""
