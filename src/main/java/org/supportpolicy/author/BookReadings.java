package org.supportpolicy.author;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;

/** Writes the readings into a policy book: what was adopted where the text leaves something open, and what rests on it. */
record BookReadings(BookContents contents, BookWords words, Html html) {

    void write() {
        html.open("section", "id", "readings").element("h2", words.say("readings")).element("p", words.say("readings.about"));
        contents.draft().readings().forEach(this::write);
        html.close();
    }

    private void write(Reading reading) {
        html.open("article", "class", "reading", "id", anchor(reading.id())).open("h3").element("code", reading.id());
        if (reading.contested()) {
            html.text(" ").element("span", words.say("contested"), "class", "mark");
        }
        html.close();
        words.pair(html, (column, language) -> {
            Reading.Text text = reading.text(language);
            part(column, language, "open", text.open());
            part(column, language, "adopted", text.adopted());
            part(column, language, "why", text.why());
        });
        List<Clause> clauses = contents.draft().clauses().stream().filter(clause -> rests(clause, reading)).toList();
        html.open("p", "class", "quiet").text(words.say(clauses.isEmpty() ? "reading.unused" : "reading.used"));
        clauses.forEach(clause -> html.text(" ").link("#" + BookClauses.anchor(clause.id()), clause.id()));
        html.close().close();
    }

    private void part(Html column, Locale language, String key, String text) {
        column.open("p").element("strong", words.say(language, key)).text(" ").prose(text).close();
    }

    private boolean rests(Clause clause, Reading reading) {
        return clause.readAs().stream().anyMatch(added -> added.reading().equals(reading.id()))
                || contents.rules(clause).stream().map(Rule::readings).anyMatch(readings -> readings.contains(reading));
    }

    private static String anchor(String reading) {
        return "reading-" + reading;
    }

    /** Readings by their ids, each with a link to where it stands if there is such a reading. */
    void links(List<String> readings) {
        Set<String> known = contents.draft().readings().stream().map(Reading::id).collect(Collectors.toSet());
        for (int i = 0; i < readings.size(); i++) {
            html.text(i == 0 ? "" : ", ");
            if (known.contains(readings.get(i))) {
                html.link("#" + anchor(readings.get(i)), readings.get(i));
            } else {
                html.text(readings.get(i));
            }
        }
    }
}
