package org.supportpolicy.spring;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.supportpolicy.Decider;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WatchedPolicy;

/** What decides: the policy of a directory that is watched, or the library's own; neither where the application has a {@link Decider}. */
@AutoConfiguration
@EnableConfigurationProperties(SupportPolicyProperties.class)
public class SupportPolicyAutoConfiguration {

    /** Nobody need be told: the library logs each edit, and health and metrics tell of it. */
    private static final WatchedPolicy.Listener NOBODY = new WatchedPolicy.Listener() {
        @Override
        public void reloaded(SupportPolicy policy) {}

        @Override
        public void refused(List<Problem> problems) {}
    };

    /** The policy of the directory given; the application's own {@link WatchedPolicy.Listener} is told of edits. */
    @Bean
    @ConditionalOnProperty("support-policy.rules")
    @ConditionalOnMissingBean(Decider.class)
    WatchedPolicy watchedPolicy(SupportPolicyProperties properties, ObjectProvider<WatchedPolicy.Listener> listener) {
        Path rules = Objects.requireNonNull(properties.rules());
        return WatchedPolicy.of(rules, properties.quiet(), InstantSource.system(), listener.getIfAvailable(() -> NOBODY));
    }

    /** The library's own policy. */
    @Bean
    @ConditionalOnMissingBean(Decider.class)
    SupportPolicy supportPolicy() {
        return SupportPolicy.standard();
    }
}
