package org.supportpolicy.workbench.serve;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.ProblemDocument;

/** Says what the server itself refuses, such as what is not HTTP, in the manner of the service. Thread-safe. */
final class ServerErrors extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int status, @Nullable String message, @Nullable Throwable cause,
            Callback callback) {
        Locale language = Json.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        Service.ACCESS.info("{} {} (server) {}", Request.getRemoteAddr(request), request.getMethod(), status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.TYPE);
        response.write(true, ByteBuffer.wrap(Json.bytes(ProblemDocument.of(status, language).json())), callback);
    }
}
