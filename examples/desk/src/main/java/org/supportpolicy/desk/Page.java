package org.supportpolicy.desk;

import java.time.Instant;

/**
 * What every page has.
 *
 * @param words its language
 * @param path its path, to see it in the other language
 * @param now what time it is at the desk
 * @param simulated whether time can be let pass
 */
record Page(Words words, String path, Instant now, boolean simulated) {}
