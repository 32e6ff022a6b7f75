package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonFactory;
import org.supportpolicy.internal.environment.OptionalLibrary;

/** The library that reads and writes JSON, once it is known to be there. */
final class Jackson {

    private static final class Factory {
        private static final JsonFactory ONE = new JsonFactory();
    }

    private Jackson() {}

    /**
     * What makes parsers and generators.
     *
     * @throws org.supportpolicy.PolicyException if the library is not there
     */
    static JsonFactory factory() {
        OptionalLibrary.JACKSON.require();
        return Factory.ONE;
    }
}
