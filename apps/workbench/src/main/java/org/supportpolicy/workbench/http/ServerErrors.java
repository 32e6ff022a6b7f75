package org.supportpolicy.workbench.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.ObjIntConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Says what the server itself refuses, such as what is not HTTP, as a problem document. Thread-safe. */
public final class ServerErrors extends ErrorHandler {

    /** What is logged of a request. */
    private final ObjIntConsumer<Request> log;

    /**
     * Says it, and logs it.
     *
     * @param log takes the request and the status
     */
    public ServerErrors(ObjIntConsumer<Request> log) {
        this.log = log;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int status, @Nullable String message, @Nullable Throwable cause,
            Callback callback) {
        Locale language = Json.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        log.accept(request, status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.TYPE);
        response.write(true, ByteBuffer.wrap(Json.bytes(ProblemDocument.of(status, language).json())), callback);
    }
}
