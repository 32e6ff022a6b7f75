package org.supportpolicy.desk;

import java.nio.file.Files;
import java.nio.file.Path;

/** Takes pictures of pages for people to look at: a folder, then names and addresses. */
final class Shots {

    private Shots() {}

    public static void main(String... args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        try (Browser browser = new Browser(Files.createTempDirectory("shots"))) {
            for (int i = 1; i < args.length; i += 2) {
                for (String language : new String[] {"en", "nl"}) {
                    for (int width : new int[] {1280, 400}) {
                        for (boolean dark : new boolean[] {false, true}) {
                            browser.look(width, dark);
                            browser.open(args[i + 1] + (args[i + 1].contains("?") ? "&" : "?") + "lang=" + language);
                            browser.shoot(folder.resolve(args[i] + "-" + language + "-" + width + (dark ? "-dark" : "") + ".png"));
                        }
                    }
                }
            }
        }
        System.exit(0);
    }
}
