"""What a text says: sentences, quotations, people, places, figures, dates, each from the folded text alone."""
