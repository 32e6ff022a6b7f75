package org.supportpolicy.workbench.bench;

import java.util.Locale;

/** A page that is made from the working copy as it stands, whenever it is asked for. */
interface Page {

    /** Where it is served, such as {@code /book}. */
    String path();

    /**
     * The page.
     *
     * @param state the working copy as it is saved, sound or not
     * @param language English or Dutch
     * @return an HTML document that needs nothing from elsewhere
     */
    String html(Copy.State state, Locale language);
}
