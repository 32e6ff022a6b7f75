package org.supportpolicy.workbench.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.supportpolicy.cli.LanguageOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves an editor over standard input and output, in the Language Server Protocol. */
@Command(name = "lsp", mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n", exitCodeList = {"0:the editor asked it to stop",
            "1:the editor went away without asking", "2:wrong usage"},
        description = "Serves an editor over standard input and output, in the Language Server Protocol: problems, completion, meanings, "
            + "definitions, references, renaming, fixes and the results of scenarios. An editor starts it, not a person, and may ask for "
            + "another language than the command.")
public final class Lsp implements Callable<Integer> {

    @Mixin
    private LanguageOption language;

    /** Standard input may never end, though the editor has asked the server to stop; so it is left waiting. */
    @Override
    public Integer call() throws InterruptedException {
        InputStream in = System.in;
        PrintStream out = System.out;
        System.setOut(System.err); // nothing else may come between the messages
        PolicyServer server = new PolicyServer(language.locale());
        Launcher<LanguageClient> launcher = launcher(server, in, out);
        server.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        Thread end = new Thread(() -> await(listening, server), "lsp-end");
        end.setDaemon(true);
        end.start();
        return server.awaitExit();
    }

    static Launcher<LanguageClient> launcher(PolicyServer server, InputStream in, OutputStream out) {
        return new LSPLauncher.Builder<LanguageClient>().setLocalService(new Session(server)).setRemoteInterface(LanguageClient.class)
                .setInput(in).setOutput(out).setExceptionHandler(Lsp::answer).create();
    }

    /** What a request that failed is answered; one that there is not is said to be so. */
    private static ResponseError answer(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof UnsupportedOperationException)) {
            cause = cause.getCause();
        }
        return cause == null ? RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(failure)
                : new ResponseError(ResponseErrorCode.MethodNotFound, "The server does not answer this method.", null);
    }

    private static void await(Future<Void> listening, PolicyServer server) {
        try {
            listening.get();
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
        }
        server.exit();
    }
}
