package dev.torii.engine.ingest.dmm;

/// An item that cannot be taken; the message is the reason, for the quarantine.
final class BadItem extends Exception {
    private static final long serialVersionUID = 1L;

    BadItem(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
