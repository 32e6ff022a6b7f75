package org.supportpolicy.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.supportpolicy.Decider;

/** Health tells which policy is in force and what the last edit was refused for. */
@AutoConfiguration(after = SupportPolicyAutoConfiguration.class)
@ConditionalOnSingleCandidate(Decider.class)
@ConditionalOnProperty(name = "management.health.support-policy.enabled", matchIfMissing = true)
public class SupportPolicyHealthAutoConfiguration {

    /** Where Boot 3.5 has health. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
    static class Boot3 {

        @Bean
        @ConditionalOnMissingBean(name = "supportPolicyHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator supportPolicyHealthIndicator(Decider decider) {
            return () -> {
                PolicyStatus status = PolicyStatus.of(decider);
                return (status.up() ? org.springframework.boot.actuate.health.Health.up()
                        : org.springframework.boot.actuate.health.Health.down()).withDetails(status.details()).build();
            };
        }
    }

    /** Where Boot 4 has it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    static class Boot4 {

        @Bean
        @ConditionalOnMissingBean(name = "supportPolicyHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator supportPolicyHealthIndicator(Decider decider) {
            return () -> {
                PolicyStatus status = PolicyStatus.of(decider);
                return (status.up() ? org.springframework.boot.health.contributor.Health.up()
                        : org.springframework.boot.health.contributor.Health.down()).withDetails(status.details()).build();
            };
        }
    }
}
