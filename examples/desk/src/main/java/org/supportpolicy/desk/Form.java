package org.supportpolicy.desk;

import java.util.List;
import java.util.Map;

/** What was handed in with a form. */
record Form(Map<String, List<String>> values) {

    /** The text of a field without space around it; empty when the field is not there. */
    String text(String field) {
        return texts(field).stream().findFirst().orElse("").strip();
    }

    /** All values of a field, such as the boxes that were ticked. */
    List<String> texts(String field) {
        return values.getOrDefault(field, List.of());
    }

    boolean has(String field) {
        return !text(field).isEmpty();
    }
}
