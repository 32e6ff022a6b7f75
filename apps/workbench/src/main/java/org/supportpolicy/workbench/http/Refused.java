package org.supportpolicy.workbench.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.Problem;

/** A request that is not answered, with the status that says why. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem.Said said;
    private final transient List<Problem> problems;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

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
    public static Refused of(int status, String key, Object... values) {
        return new Refused(status, Texts.said(key, values), List.of());
    }

    /** For a problem of the library. */
    public static Refused of(int status, Problem problem) {
        return new Refused(status, problem.said(), List.of(problem));
    }

    /** The same with a further member of the problem document, whose value is JSON or can be written as such. */
    public Refused with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** The further members of the problem document. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    public int status() {
        return status;
    }

    /** Why. */
    public Problem.Said said() {
        return said;
    }

    /** The problems of the library, if it is for them. */
    public List<Problem> problems() {
        return problems;
    }
}
