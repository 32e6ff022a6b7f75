package org.supportpolicy.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.supportpolicy.Decider;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.PolicyTimeline;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.spring.SupportPolicyAutoConfiguration;
import org.supportpolicy.spring.SupportPolicyHealthAutoConfiguration;
import org.supportpolicy.spring.SupportPolicyJsonAutoConfiguration;
import org.supportpolicy.spring.SupportPolicyMetricsAutoConfiguration;
import org.supportpolicy.spring.SupportPolicyWebAutoConfiguration;

/** What the properties set up, and what steps back for beans of the application. */
class SettingsTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String NOON = "{\"asOf\":\"2026-03-10T11:00:00Z\",\"ticket\":{\"createdAt\":\"2026-03-10T12:00:00Z\"}}";

    private final ApplicationContextRunner application = new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(
            SupportPolicyAutoConfiguration.class, SupportPolicyJsonAutoConfiguration.class, SupportPolicyWebAutoConfiguration.class,
            SupportPolicyHealthAutoConfiguration.class, SupportPolicyMetricsAutoConfiguration.class));

    @TempDir
    private Path folder;

    @Test
    void withoutPropertiesTheLibrarysOwnPolicyDecides() {
        application.run(context -> {
            assertThat(context.getBean(Decider.class)).isSameAs(context.getBean(SupportPolicy.class));
            assertThat(context.getBean(SupportPolicy.class).receipt()).isEqualTo(SupportPolicy.standard().receipt());
            assertThat(context.getBean(DeskTemplate.class)).isEqualTo(DeskTemplate.of());
            assertThat(context.getBean(FactSetReader.class).read("ticket", NOON).facts()).hasSize(1);
            assertThat(rules(context.getBean(MeterBinder.class))).isEqualTo(SupportPolicy.standard().rules().size());
        });
    }

    private static double rules(MeterBinder binder) {
        MeterRegistry registry = new SimpleMeterRegistry();
        binder.bindTo(registry);
        return registry.get("support.policy.rules").gauge().value();
    }

    @Test
    void aDirectoryIsWatchedUntilTheApplicationEnds() {
        Path rules = folder.resolve("rules");
        WorkingCopy.init(rules);
        WatchedPolicy[] seen = new WatchedPolicy[1];
        application.withPropertyValues("support-policy.rules=" + rules, "support-policy.quiet=1m").run(context -> {
            assertThat(context).hasSingleBean(Decider.class);
            seen[0] = context.getBean(WatchedPolicy.class);
            assertThat(seen[0].isWatching()).isTrue();
            Files.writeString(rules.resolve("terms.drl"), "rule");
            assertThat(seen[0].reload()).isNotEmpty();
            MeterRegistry registry = new SimpleMeterRegistry();
            context.getBean(MeterBinder.class).bindTo(registry);
            assertThat(registry.get("support.policy.rules.refused").gauge().value()).isPositive();
            assertThat(registry.get("support.policy.rules.loaded").timeGauge().value()).isPositive();
            assertThat(health(context)).startsWith("UP ").contains(seen[0].policy().receipt().fingerprint(), "refused=[", "terms.drl:1:");
            seen[0].close();
            assertThat(health(context)).startsWith("DOWN ");
        });
        assertThat(seen[0].isWatching()).isFalse();
    }

    /** Boot 3 and Boot 4 have this in different places, with the same words. */
    private static String health(ApplicationContext context) {
        return ReflectionTestUtils.invokeMethod(context.getBean("supportPolicyHealthIndicator"), "health").toString();
    }

    @Test
    void thePageAndTheMetadataForEditorsHaveTheSameProperties() throws IOException {
        Pattern property = Pattern.compile("(?<=[`\"])support-policy\\.[a-z]+(?=[`\"])");
        Set<String> onThePage = names(property, Files.readString(Path.of("../../../docs/embedding.md")));
        try (InputStream metadata = Decider.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            assertThat(names(property, new String(metadata.readAllBytes(), StandardCharsets.UTF_8))).hasSize(5).isEqualTo(onThePage);
        }
    }

    private static Set<String> names(Pattern property, String text) {
        return property.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aListenerOfTheApplicationIsToldOfEdits() {
        Path rules = folder.resolve("rules");
        WorkingCopy.init(rules);
        Hearing hearing = new Hearing();
        ApplicationContextRunner listening = application.withBean(WatchedPolicy.Listener.class, () -> hearing);
        listening.withPropertyValues("support-policy.rules=" + rules).run(context -> {
            Files.writeString(rules.resolve("terms.drl"), "rule");
            assertThat(context.getBean(WatchedPolicy.class).reload()).isEqualTo(hearing.refused.take());
        });
    }

    @Test
    void badRulesOrABadDeskEndTheStartWithEveryProblem() throws IOException {
        application.withPropertyValues("support-policy.rules=" + folder.resolve("nowhere")).run(context ->
                assertThat(context).getFailure().hasStackTraceContaining(PolicyException.class.getName())
                        .hasStackTraceContaining("nowhere"));
        Path desk = Files.writeString(folder.resolve("desk.json"), "{\"desk\": {\"hours\": 5, \"zone\": 5}}");
        application.withPropertyValues("support-policy.desk=file:" + desk).run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("2 problems").hasMessageContaining("desk.json"));
        application.withPropertyValues("support-policy.desk=classpath:nowhere.json").run(context ->
                assertThat(context).getFailure().hasMessageContaining("support-policy.desk"));
    }

    @Test
    void theDeskLanguageAndStrictnessAreAsGiven() {
        application.withPropertyValues("support-policy.desk=classpath:desk.json", "support-policy.language=nl",
                "support-policy.strict=true").run(context -> {
                    FactSetReader reader = context.getBean(FactSetReader.class);
                    Desk desk = reader.read("ticket", "{\"asOf\":\"2026-03-10T11:00:00Z\"}").get(Desk.class).orElseThrow();
                    assertThat(desk.firstResponseTargets()).containsKey(2);
                    assertThat(catchThrowable(() -> reader.read("ticket", NOON))).isInstanceOf(PolicyException.class);
                    Decision decision = SupportPolicy.standard().decide(new FactSetReader().read("ticket", NOON));
                    assertThat(context.getBean(DecisionWriter.class).write(decision))
                            .isEqualTo(new DecisionWriter().in(DUTCH).write(decision)).isNotEqualTo(new DecisionWriter().write(decision));
                });
    }

    @Test
    void beansOfTheApplicationWin() {
        PolicyTimeline timeline = PolicyTimeline.of(SupportPolicy.standard());
        DeskTemplate desk = DeskTemplate.of(Desk.builder().zone(ZoneId.of("Asia/Tokyo")).build());
        application.withPropertyValues("support-policy.rules=" + folder, "support-policy.desk=classpath:desk.json")
                .withBean(Decider.class, () -> timeline).withBean(DeskTemplate.class, () -> desk).run(context -> {
                    assertThat(context).hasSingleBean(Decider.class).doesNotHaveBean(MeterBinder.class);
                    assertThat(context.getBean(Decider.class)).isSameAs(timeline);
                    assertThat(context.getBean(FactSetReader.class).read("ticket", NOON).now().zone()).hasToString("Asia/Tokyo");
                });
    }

    @Test
    void whatAnApplicationDoesWithoutIsNotAskedFor() {
        ApplicationContextRunner bare = application.withClassLoader(new FilteredClassLoader("io.micrometer",
                "org.springframework.boot.actuate", "org.springframework.boot.health", "com.fasterxml.jackson.databind", "tools.jackson",
                "org.springframework.web", "org.springframework.http"));
        bare.run(context -> assertThat(context).hasNotFailed().hasSingleBean(Decider.class).hasSingleBean(FactSetReader.class)
                .doesNotHaveBean(MeterBinder.class));
        application.withPropertyValues("management.health.support-policy.enabled=false").run(context ->
                assertThat(context).doesNotHaveBean("supportPolicyHealthIndicator"));
    }
}
