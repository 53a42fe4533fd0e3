package dev.torii.engine.ingest.importer;

/// Whether a CSV record read so far ends inside a quoted field: a quote opens a field only at its start, and two
/// quotes inside it are one.
final class QuoteState {
    private boolean open;
    private boolean fieldStart = true;

    void read(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open) {
                open = c != '"';
                fieldStart = false;
            } else if (c == '"' && (fieldStart || (i > 0 && text.charAt(i - 1) == '"'))) {
                open = true;
                fieldStart = false;
            } else {
                fieldStart = c == ',';
            }
        }
    }

    boolean isOpen() {
        return open;
    }
}
