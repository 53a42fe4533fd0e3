package dev.torii.app.cli;

/// Who gives commands, for the audit log.
final class Operator {
    private Operator() {}

    /// `operator` and the login of this machine.
    static String name() {
        return "operator " + System.getProperty("user.name", "unknown");
    }
}
