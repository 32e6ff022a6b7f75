package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.supportpolicy.finding.Finding;

/**
 * A rule as Drools compiled it: conditions and a consequence that can be called.
 *
 * @param name the name it goes by
 * @param concludes the class of what it concludes
 * @param rule what Drools made of it
 */
public record CompiledRule(String name, Class<?> concludes, Rule rule) {

    /** The name of a rule, or the class that a consequence names: Drools keeps consequences as code that does not tell. */
    private static final Pattern SAID = Pattern.compile("(?m)^\\s*rule\\s+\"([^\"]*)\"|^\\s*(?:then\\s+)?conclude\\s*\\(\\s*kcontext\\s*,\\s*(?:new\\s+)?(\\w+)");

    /** The rules of compiled files. */
    static List<CompiledRule> of(Collection<Model> models, List<RuleFile> files) {
        Map<String, Class<?>> concluded = new HashMap<>();
        files.forEach(file -> read(file, concluded));
        List<CompiledRule> rules = new ArrayList<>();
        for (Model model : models) {
            for (Rule rule : model.getRules()) {
                rules.add(new CompiledRule(rule.getName(), concluded.getOrDefault(rule.getName(), Finding.class), rule));
            }
        }
        return rules;
    }

    private static void read(RuleFile file, Map<String, Class<?>> concluded) {
        String name = "";
        Matcher said = SAID.matcher(file.text());
        while (said.find()) {
            if (said.group(1) != null) {
                name = said.group(1);
            } else {
                Class<?> finding = Vocabulary.finding(said.group(2));
                if (finding != null) {
                    concluded.put(name, finding);
                }
            }
        }
    }
}
