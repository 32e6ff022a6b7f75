/**
 * Decides technical-support tickets by a published support policy.
 *
 * <p>What is required statically is needed by some only: {@code org.supportpolicy.json} reads JSON with Jackson, scenario files and the
 * command line need SnakeYAML Engine, facts that a policy declares and rules that decide often ASM, the command line picocli and the JDK's
 * logging and XML too.
 */
module org.supportpolicy {
    requires org.slf4j;
    requires org.jspecify;
    requires static com.fasterxml.jackson.core;
    requires static org.snakeyaml.engine;
    requires static info.picocli;
    requires static org.objectweb.asm;
    requires static java.logging;
    requires static java.xml;

    exports org.supportpolicy;
    exports org.supportpolicy.author;
    exports org.supportpolicy.fact;
    exports org.supportpolicy.finding;
    exports org.supportpolicy.hours;
    exports org.supportpolicy.json;
    exports org.supportpolicy.rules;
    exports org.supportpolicy.verify;
    opens org.supportpolicy.cli to info.picocli;
}
