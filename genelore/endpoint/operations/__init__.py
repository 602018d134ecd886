"""What those who run the server need: health, readiness, metrics, logs."""
