package org.supportpolicy.internal.source;

import java.io.File;

/**
 * A file of the policy: rules, clause texts or readings.
 *
 * @param name its name as problems quote it, such as {@code closure.drl}
 * @param text its content
 */
public record RuleFile(String name, String text) {

    /** Its name without that of its directory. */
    public String fileName() {
        return fileName(name);
    }

    /** Whether it declares facts and findings instead of holding rules. */
    public boolean declares() {
        return fileName().equals(FactBook.FILE);
    }

    /** A name without that of a directory, whatever it is made of: not every name that is quoted is a path on this machine. */
    static String fileName(String name) {
        return new File(name).getName();
    }
}
