package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.supportpolicy.author.WorkingCopy;

/** A bench on a working copy of its own, and the page that an analyst has before him. */
final class BenchInChromium implements AutoCloseable {

    /** What the standard policy's scenarios come to. */
    static final String ALL_GOOD = "!!document.querySelector('#standing .good')";

    final Path copy;
    final BenchServer server;
    final Chromium page;

    BenchInChromium(Path place) throws Exception {
        copy = place.resolve("my-policy");
        WorkingCopy.init(copy);
        server = new BenchServer(copy, 0);
        try {
            page = new Chromium(Files.createDirectory(place.resolve("profile")), server.origin());
        } catch (Exception | Error e) {
            server.close();
            throw e;
        }
        page.look(1280, 900, false);
        page.open(server.address());
        page.await(ALL_GOOD);
    }

    /** Goes to a page, such as {@code editor?file=closure.drl}, within the bench. */
    void go(String hash) {
        page.ask("location.hash = " + Chromium.quoted(hash) + "; 0");
        page.await("!!document.querySelector('main h1')");
    }

    /** Opens a file in the editor. */
    void edit(String file) {
        go("editor?file=" + file);
        page.await("document.querySelector('.desk h1').textContent.startsWith(" + Chromium.quoted(file) + ")"
                + " && document.querySelector('.cm-content').getAttribute('aria-label').includes(" + Chromium.quoted(file) + ")");
    }

    /** Writes a text over that of the file in the editor, as pasting does, and saves it. */
    void rewrite(String file, String text) {
        edit(file);
        page.click(".cm-content");
        page.press("a", 65, Chromium.CTRL);
        page.ask("(() => { const data = new DataTransfer(); data.setData('text/plain', " + Chromium.quoted(text)
                + "); document.querySelector('.cm-content').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, "
                + "bubbles: true, cancelable: true})); })()");
        save(file, text);
        silent(file);
    }

    /** Saves by the keyboard, until the file has the text. */
    void save(String file, String text) {
        page.await("!document.querySelector('.desk button.main').disabled");
        page.press("s", 83, Chromium.CTRL);
        page.await("document.querySelector('.desk button.main').disabled");
        assertThat(text(file)).isEqualTo(text);
    }

    String text(String file) {
        try {
            return Files.readString(copy.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing to be heard on the console, and nobody else asked. */
    void silent(String where) {
        assertThat(page.complaints()).as(where).isEmpty();
    }

    /** No rule of accessibility is broken by what is shown. */
    void accessible(String where) {
        page.ask(axe() + "; 0");
        assertThat(page.ask("axe.run().then(found => found.violations.map(each => each.id + ': ' + each.nodes.map(node => node.target + ' '"
                + " + node.failureSummary).join(' | ')))")).as(where).isEmpty();
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(BenchInChromium.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        page.close();
        server.close();
    }
}
