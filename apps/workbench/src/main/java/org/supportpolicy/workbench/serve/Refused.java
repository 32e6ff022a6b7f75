package org.supportpolicy.workbench.serve;

import java.util.List;
import org.supportpolicy.Problem;

/** A request that is not answered, with the status that says why. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem.Said said;
    private final transient List<Problem> problems;

    private Refused(int status, Problem.Said said, List<Problem> problems) {
        super(said.english());
        this.status = status;
        this.said = said;
        this.problems = problems;
    }

    /**
     * For a reason of the service.
     *
     * @param status the status of the answer
     * @param key the key of the text that says why
     * @param values what is filled in
     */
    static Refused of(int status, String key, Object... values) {
        return new Refused(status, Texts.said(key, values), List.of());
    }

    /** For a problem of the library. */
    static Refused of(int status, Problem problem) {
        return new Refused(status, problem.said(), List.of(problem));
    }

    int status() {
        return status;
    }

    /** Why. */
    Problem.Said said() {
        return said;
    }

    /** The problems of the library, if it is for them. */
    List<Problem> problems() {
        return problems;
    }
}
