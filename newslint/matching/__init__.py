"""Finding what a rule describes: templates and their slots, conditions, and the one scan for all rules' words."""
