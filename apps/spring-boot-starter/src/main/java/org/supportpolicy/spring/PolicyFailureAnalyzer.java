package org.supportpolicy.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.supportpolicy.PolicyException;

/** Says at the start, instead of a stack trace, what is wrong with the rules or the desk. */
final class PolicyFailureAnalyzer extends AbstractFailureAnalyzer<PolicyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PolicyException refused) {
        return new FailureAnalysis(refused.getMessage(), "Correct the files of support-policy.rules and support-policy.desk.", refused);
    }
}
