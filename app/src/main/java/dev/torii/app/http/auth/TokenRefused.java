package dev.torii.app.http.auth;

/// A token is not accepted. The message says why for the log, and never holds a part of the token.
public final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public TokenRefused(String reason) {
        super(reason);
    }

    TokenRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
