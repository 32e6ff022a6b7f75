package org.supportpolicy.spring;

import java.util.List;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** The body of a request is no fact set. {@link FactSetProblems} says why to who asked. */
public final class BadFactSetException extends HttpMessageNotReadableException {

    private static final long serialVersionUID = 1L;

    private final PolicyException refused;

    BadFactSetException(PolicyException refused, HttpInputMessage request) {
        super(String.valueOf(refused.getMessage()), refused, request);
        this.refused = refused;
    }

    /** What is wrong, in the order in which it is to be read. */
    public List<Problem> problems() {
        return refused.problems();
    }
}
