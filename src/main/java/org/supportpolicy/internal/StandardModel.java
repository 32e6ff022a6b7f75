package org.supportpolicy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** The standard rules as the build compiled them, so that starting takes no compiler. */
public final class StandardModel {

    private static final String NAMES = "/META-INF/kie/org.supportpolicy/support-policy/drools-model";

    private StandardModel() {}

    /** Makes the rules ready to run. */
    public static KieBase load() {
        return KieBaseBuilder.createKieBaseFromModel(names().stream().map(StandardModel::model).toList());
    }

    private static List<String> names() {
        try (InputStream in = StandardModel.class.getResourceAsStream(NAMES)) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its compiled rules (" + NAMES + ").");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && line.indexOf(':') < 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model model(String name) {
        try {
            return (Model) Class.forName(name, true, StandardModel.class.getClassLoader()).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The compiled rules (" + name + ") cannot be made.", e);
        }
    }
}
