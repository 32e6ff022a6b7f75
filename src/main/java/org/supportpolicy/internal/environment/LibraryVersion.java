package org.supportpolicy.internal.environment;

/** Which version of this library runs. */
public final class LibraryVersion {

    private static final String VERSION = OwnFile.properties("/org/supportpolicy/version.properties").getProperty("version");

    private LibraryVersion() {}

    /** The version, such as {@code 1.0.0}. */
    public static String current() {
        return VERSION;
    }
}
