package org.supportpolicy.workbench.lsp;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethodProvider;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/**
 * A server that answers in the order that the protocol wants: nothing before {@code initialize}, which comes once, and nothing after
 * {@code shutdown}. Messages out of turn that want no answer are left alone. Thread-safe.
 */
final class Session implements Endpoint, JsonRpcMethodProvider {

    private static final String INITIALIZE = "initialize";

    private enum State {
        NEW, OPEN, SHUT
    }

    private final Endpoint server;
    private final Map<String, JsonRpcMethod> methods;
    private State state = State.NEW;

    Session(PolicyServer server) {
        this.server = ServiceEndpoints.toEndpoint(server);
        this.methods = ServiceEndpoints.getSupportedMethods(server.getClass());
    }

    @Override
    public Map<String, JsonRpcMethod> supportedMethods() {
        return methods;
    }

    @Override
    public CompletableFuture<?> request(String method, Object parameter) {
        turn(method);
        return server.request(method, parameter);
    }

    private synchronized void turn(String method) {
        if (state == State.SHUT || state == State.OPEN && method.equals(INITIALIZE)) {
            throw refused(ResponseErrorCode.InvalidRequest, "The server " + (state == State.SHUT ? "was shut down." : "is initialized."));
        } else if (state == State.NEW && !method.equals(INITIALIZE)) {
            throw refused(ResponseErrorCode.ServerNotInitialized, "The server must be initialized first.");
        }
        state = method.equals("shutdown") ? State.SHUT : State.OPEN;
    }

    private static ResponseErrorException refused(ResponseErrorCode code, String message) {
        return new ResponseErrorException(new ResponseError(code, message, null));
    }

    @Override
    public void notify(String method, Object parameter) {
        if (method.equals("exit") || isOpen()) {
            server.notify(method, parameter);
        }
    }

    private synchronized boolean isOpen() {
        return state == State.OPEN;
    }
}
