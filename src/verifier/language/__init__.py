"""What words say, whatever the story: sentences, numbers, dates, and text made harmless."""
