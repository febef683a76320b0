"""LanguageTool, a grammar checker in Java: where it lies, the process that runs it, and what it answers."""
