package dev.torii.engine.ingest.importer;

/// A row of a CSV file that cannot be taken; the message is the reason, for the quarantine.
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    BadRow(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
