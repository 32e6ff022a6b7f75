package org.supportpolicy.workbench.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;

/** What comes out of turn is refused, and the server goes on. */
class SessionTest {

    private static final String HOVER = "textDocument/hover";

    private final PolicyServer server = new PolicyServer(Locale.ENGLISH);
    private final Session session = new Session(server);
    private final TextDocumentIdentifier document = new TextDocumentIdentifier("file:///nowhere/closure.drl");
    private final HoverParams hover = new HoverParams(document, new Position(0, 0));

    private void isRefused(String method, Object parameter, ResponseErrorCode code) {
        ResponseErrorException refused = catchThrowableOfType(ResponseErrorException.class, () -> session.request(method, parameter));
        assertThat(refused.getResponseError().getCode()).isEqualTo(code.getValue());
        assertThat(refused.getResponseError().getMessage()).isNotBlank();
    }

    @Test
    void requestsHaveTheirTurn() throws Exception {
        isRefused(HOVER, hover, ResponseErrorCode.ServerNotInitialized);
        isRefused("shutdown", null, ResponseErrorCode.ServerNotInitialized);
        session.notify("textDocument/didClose", new DidCloseTextDocumentParams(document));
        assertThat(session.request("initialize", new InitializeParams()).get()).isNotNull();
        isRefused("initialize", new InitializeParams(), ResponseErrorCode.InvalidRequest);
        assertThat(session.request(HOVER, hover).get()).isNull();
        assertThat(session.request("shutdown", null).get()).isNull();
        isRefused(HOVER, hover, ResponseErrorCode.InvalidRequest);
        isRefused("shutdown", null, ResponseErrorCode.InvalidRequest);
        session.notify("exit", null);
        assertThat(server.awaitExit()).isZero();
    }

    @Test
    void whoLeavesWithoutAskingIsNotServedFurther() throws Exception {
        session.notify("exit", null);
        assertThat(server.awaitExit()).isOne();
    }
}
