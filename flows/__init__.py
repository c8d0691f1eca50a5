"""camket's pipeline: read reports, extract records, link them across reports, publish a release."""
