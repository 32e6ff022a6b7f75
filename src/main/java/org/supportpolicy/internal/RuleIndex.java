package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supportpolicy.Rule;

/** Lists the rules of rule files: name, clause, sentence in Dutch, and where each is written. */
public final class RuleIndex {

    private static final Pattern NAME = Pattern.compile("^\\s*rule\\s+\"([^\"]*)\"");
    private static final Pattern CLAUSE = Pattern.compile("^\\s*@clause\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern DUTCH = Pattern.compile("^\\s*@nl\\(\\s*\"([^\"]*)\"\\s*\\)");

    private RuleIndex() {}

    /** The rules of the files, in the order in which they are written. */
    public static List<Rule> of(List<RuleFile> files) {
        List<Rule> rules = new ArrayList<>();
        for (RuleFile file : files) {
            List<String> lines = file.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher name = NAME.matcher(lines.get(i));
                if (name.find()) {
                    rules.add(rule(name.group(1), file.name(), lines, i));
                }
            }
        }
        return rules;
    }

    private static Rule rule(String name, String file, List<String> lines, int start) {
        String clause = "";
        String dutch = null;
        for (int i = start + 1; i < lines.size() && !lines.get(i).strip().equals("when"); i++) {
            Matcher cited = CLAUSE.matcher(lines.get(i));
            Matcher said = DUTCH.matcher(lines.get(i));
            if (cited.find()) {
                clause = cited.group(1);
            } else if (said.find()) {
                dutch = said.group(1);
            }
        }
        int end = start;
        while (end + 1 < lines.size() && !lines.get(end).strip().equals("end")) {
            end++;
        }
        return new Rule(name, dutch, clause, file, start + 1, String.join("\n", lines.subList(start, end + 1)));
    }
}
