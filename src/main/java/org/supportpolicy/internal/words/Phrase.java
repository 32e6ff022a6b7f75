package org.supportpolicy.internal.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase with places for values, {@code {0}} for the first, taken apart once.
 *
 * @param pieces the texts before each place, and the text after the last
 * @param places for each place the index of its value
 */
record Phrase(List<String> pieces, List<Integer> places) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    static Phrase of(String text) {
        List<String> pieces = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int end = 0;
        for (Matcher place = PLACE.matcher(text); place.find(); end = place.end()) {
            pieces.add(text.substring(end, place.start()));
            places.add(Integer.valueOf(place.group(1)));
        }
        pieces.add(text.substring(end));
        return new Phrase(List.copyOf(pieces), List.copyOf(places));
    }

    /** The phrase with its places filled by what appends the value of an index. */
    String fill(ObjIntConsumer<StringBuilder> values) {
        if (places.isEmpty()) {
            return pieces.get(0);
        }
        StringBuilder text = new StringBuilder(4 * pieces.get(0).length());
        for (int i = 0; i < places.size(); i++) {
            values.accept(text.append(pieces.get(i)), places.get(i));
        }
        return text.append(pieces.get(places.size())).toString();
    }
}
