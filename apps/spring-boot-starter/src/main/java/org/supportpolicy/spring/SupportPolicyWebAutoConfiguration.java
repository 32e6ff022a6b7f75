package org.supportpolicy.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.HttpMessageConverter;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** What lets a controller take a fact set and return a decision, whichever Jackson is there, or none. */
@AutoConfiguration(after = SupportPolicyJsonAutoConfiguration.class)
@ConditionalOnClass(HttpMessageConverter.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class SupportPolicyWebAutoConfiguration {

    /** Reads the body of a request. */
    @Bean
    @ConditionalOnMissingBean
    FactSetConverter factSetConverter(FactSetReader reader) {
        return new FactSetConverter(reader);
    }

    /** Writes the body of an answer. */
    @Bean
    @ConditionalOnMissingBean
    DecisionConverter decisionConverter(DecisionWriter writer) {
        return new DecisionConverter(writer);
    }

    /** Says what is wrong with the body of a request. */
    @Bean
    @ConditionalOnMissingBean
    FactSetProblems factSetProblems() {
        return new FactSetProblems();
    }
}
