package org.example;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** Decides the fact set of a request; the policy is watched from the first request to the end of the application. */
@WebServlet("/decide")
public final class DecideServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final WatchedPolicy.Listener NOBODY = new WatchedPolicy.Listener() {
        @Override
        public void reloaded(SupportPolicy policy) {}

        @Override
        public void refused(List<Problem> problems) {}
    };

    private final transient DecisionWriter writer = new DecisionWriter();
    private transient WatchedPolicy watched;
    private transient FactSetReader reader;

    @Override
    public void init() {
        Path rules = Path.of(getServletContext().getInitParameter("rules"));
        watched = WatchedPolicy.of(rules, Duration.ofMillis(50), InstantSource.system(), NOBODY);
        reader = new FactSetReader().knowing(watched);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(writer.writeUtf8(watched.decide(reader.read("body", request.getInputStream()))));
    }

    @Override
    public void destroy() {
        watched.close();
    }
}
