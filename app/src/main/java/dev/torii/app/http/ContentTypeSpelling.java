package dev.torii.app.http;

import dev.torii.app.http.json.JsonAnswers;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Sends the content type of JSON as it is documented. The servlet layer takes out the blank before `charset`,
/// which means the same and is not the same text.
final class ContentTypeSpelling extends Handler.Wrapper {
    private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, JsonAnswers.CONTENT_TYPE);
    private static final String WITHOUT_BLANK = JsonAnswers.CONTENT_TYPE.replace(" ", "");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Spelled(request, response), callback);
    }

    private static final class Spelled extends Response.Wrapper {
        private final HttpFields.Mutable headers;

        Spelled(Request request, Response wrapped) {
            super(request, wrapped);
            this.headers = new HttpFields.Mutable.Wrapper(wrapped.getHeaders()) {
                @Override
                public HttpField onAddField(HttpField field) {
                    return spelled(field);
                }

                @Override
                public HttpField onReplaceField(HttpField oldField, HttpField newField) {
                    return spelled(newField);
                }
            };
        }

        @Override
        public HttpFields.Mutable getHeaders() {
            return headers;
        }

        private static HttpField spelled(HttpField field) {
            return field.getHeader() == HttpHeader.CONTENT_TYPE && WITHOUT_BLANK.equalsIgnoreCase(field.getValue())
                    ? JSON
                    : field;
        }
    }
}
