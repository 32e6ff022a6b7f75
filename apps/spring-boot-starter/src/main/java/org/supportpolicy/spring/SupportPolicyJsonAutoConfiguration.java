package org.supportpolicy.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.supportpolicy.Decider;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** How fact sets are read and decisions written, by the application itself and by Jackson 2 or 3 where these are. */
@AutoConfiguration(after = SupportPolicyAutoConfiguration.class)
public class SupportPolicyJsonAutoConfiguration {

    /** The desk of the file given; nothing without one. */
    @Bean
    @ConditionalOnMissingBean
    DeskTemplate deskTemplate(SupportPolicyProperties properties, Decider decider) {
        Resource desk = properties.desk();
        if (desk == null) {
            return DeskTemplate.of();
        }
        try {
            return new FactSetReader().knowing(decider).readDesk(desk.getDescription(), desk.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The desk (" + desk.getDescription() + ") of support-policy.desk must be readable.", e);
        }
    }

    /** Reads tickets over the desk, with the facts that the policy declares. */
    @Bean
    @ConditionalOnMissingBean
    FactSetReader factSetReader(SupportPolicyProperties properties, DeskTemplate desk, Decider decider) {
        return (properties.strict() ? FactSetReader.strict() : new FactSetReader()).over(desk).knowing(decider);
    }

    /** Writes decisions in the language given. */
    @Bean
    @ConditionalOnMissingBean
    DecisionWriter decisionWriter(SupportPolicyProperties properties) {
        return new DecisionWriter().in(properties.language());
    }

    /** Where Boot 3.5 has its Jackson. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(com.fasterxml.jackson.databind.module.SimpleModule.class)
    static class Jackson2 {

        @Bean
        @ConditionalOnMissingBean
        Jackson2Module supportPolicyJackson2Module(FactSetReader reader, DecisionWriter writer) {
            return new Jackson2Module(reader, writer);
        }
    }

    /** Where Boot 4 has its Jackson. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(tools.jackson.databind.module.SimpleModule.class)
    static class Jackson3 {

        @Bean
        @ConditionalOnMissingBean
        Jackson3Module supportPolicyJackson3Module(FactSetReader reader, DecisionWriter writer) {
            return new Jackson3Module(reader, writer);
        }
    }
}
