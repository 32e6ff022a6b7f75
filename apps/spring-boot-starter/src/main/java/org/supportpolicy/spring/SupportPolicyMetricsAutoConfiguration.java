package org.supportpolicy.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WatchedPolicy;

/** What is measured of the policy, by the names that the service of the workbench gives it too. */
@AutoConfiguration(after = SupportPolicyAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
public class SupportPolicyMetricsAutoConfiguration {

    private static final String RULES = "support.policy.rules";
    private static final String IN_FORCE = "Rules in force.";

    /** Of a policy that stays. */
    @Bean
    @ConditionalOnBean(SupportPolicy.class)
    MeterBinder supportPolicyMetrics(SupportPolicy policy) {
        return registry -> Gauge.builder(RULES, policy, each -> each.rules().size()).description(IN_FORCE).register(registry);
    }

    /** Of one that is watched. */
    @Bean
    @ConditionalOnBean(WatchedPolicy.class)
    MeterBinder watchedPolicyMetrics(WatchedPolicy watched) {
        return registry -> {
            Gauge.builder(RULES, watched, each -> each.policy().rules().size()).description(IN_FORCE).register(registry);
            Gauge.builder(RULES + ".refused", watched, each -> each.problems().size())
                    .description("Problems of the last edit of the rules; 0 when what stands in the files is in force.").register(registry);
            TimeGauge.builder(RULES + ".loaded", watched, TimeUnit.SECONDS, each -> each.loadedAt().getEpochSecond())
                    .description("When the policy in force came into force, in seconds since 1970.").register(registry);
        };
    }
}
