package dev.torii.app.http.problem;

/// The two answers that the gateway in front of Supabase Edge Functions gives itself; clients know them by their
/// text.
public enum GatewayAnswer {
    MISSING_AUTHORIZATION("Missing authorization header"),
    INVALID_JWT("Invalid JWT");

    public static final int STATUS = 401;

    private final String message;

    GatewayAnswer(String message) {
        this.message = message;
    }

    /// The body of the answer.
    public Body body() {
        return new Body(STATUS, message);
    }

    public record Body(int code, String message) {}

    /// Thrown where a request does not get past the gateway.
    ///
    /// The reason is for the log; the caller learns the answer only.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final GatewayAnswer answer;
        private final String reason;

        public Refused(GatewayAnswer answer, String reason) {
            super(reason, null, false, false);
            this.answer = answer;
            this.reason = reason;
        }

        public GatewayAnswer answer() {
            return answer;
        }

        public String reason() {
            return reason;
        }
    }
}
