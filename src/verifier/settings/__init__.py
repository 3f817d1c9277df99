"""Where files live and who is working, from options, environment and the platform's rules."""
