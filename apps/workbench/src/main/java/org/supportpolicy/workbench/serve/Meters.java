package org.supportpolicy.workbench.serve;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;

/** What is counted and measured, in the text format of Prometheus. Thread-safe. */
final class Meters {

    static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private static final double NANOSECONDS = 1e6;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Meters(Source source) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        Gauge.builder("support.policy.rules.refused", source, each -> each.problems().size())
                .description("Problems of the last edit of the rules; 0 when what stands in the files is in force.").register(registry);
        Gauge.builder("support.policy.rules", source, each -> each.policy().rules().size())
                .description("Rules in force.").register(registry);
    }

    void request(Context request, float milliseconds) {
        registry.timer("support.policy.requests", "method", method(request), "route", Routes.of(request), "status",
                String.valueOf(request.statusCode())).record((long) (milliseconds * NANOSECONDS), TimeUnit.NANOSECONDS);
    }

    /** Anyone can think of a method, and each that is counted takes room. */
    private static String method(Context request) {
        return HandlerType.commonHttp().contains(request.method()) ? request.method().name() : "(other)";
    }

    /** Fact sets that were decided, and those that were refused. */
    void tickets(String route, boolean decided) {
        registry.counter("support.policy.tickets", "route", route, "outcome", decided ? "decided" : "refused").increment();
    }

    String text() {
        return registry.scrape();
    }
}
