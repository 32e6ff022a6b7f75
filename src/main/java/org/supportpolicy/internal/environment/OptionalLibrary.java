package org.supportpolicy.internal.environment;

import java.util.List;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** A library that only a part of this one needs, so that a host brings it along when it uses that part. */
public enum OptionalLibrary {

    /** Reads and writes JSON. */
    JACKSON("com.fasterxml.jackson.core:jackson-core", "com.fasterxml.jackson.core", "com.fasterxml.jackson.core.JsonFactory"),
    /** Makes the classes of facts that a policy declares, and code of rules that decide often. */
    ASM("org.ow2.asm:asm", "org.objectweb.asm", "org.objectweb.asm.ClassWriter"),
    /** Reads YAML. */
    SNAKEYAML("org.snakeyaml:snakeyaml-engine", "org.snakeyaml.engine", "org.snakeyaml.engine.v2.api.LoadSettings");

    private final String coordinates;
    private final String module;
    private final boolean found;

    OptionalLibrary(String coordinates, String module, String type) {
        this.coordinates = coordinates;
        this.module = module;
        this.found = isThere(type);
    }

    /** Whether the class loader of this library sees a class, which is not run. */
    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, OptionalLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Whether it is there. */
    public boolean isFound() {
        return found;
    }

    /**
     * Asks for the library, before a class is touched that cannot do without.
     *
     * @throws PolicyException if it is not there, with the one problem that names it and says how to add it
     */
    public void require() {
        if (!found) {
            throw new PolicyException("The environment", List.of(Problem.of("SP-E001", coordinates, module)));
        }
    }
}
