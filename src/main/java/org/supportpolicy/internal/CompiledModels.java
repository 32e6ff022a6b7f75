package org.supportpolicy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;

/** The models that Drools writes when it compiles rules: classes that list the rules, and a file that names the classes. */
final class CompiledModels {

    private CompiledModels() {}

    /**
     * Makes the models of an artifact.
     *
     * @param loader what has the classes and the file
     * @param group the group of the artifact that the rules were compiled for
     * @param artifact its name
     */
    static List<Model> of(ClassLoader loader, String group, String artifact) {
        List<Model> models = new ArrayList<>();
        for (String name : names(loader, "META-INF/kie/" + group + '/' + artifact + "/drools-model")) {
            try {
                models.add((Model) Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The compiled rules (" + name + ") cannot be made.", e);
            }
        }
        return models;
    }

    private static List<String> names(ClassLoader loader, String file) {
        try (InputStream in = loader.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There are no compiled rules (" + file + ").");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && line.indexOf(':') < 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
