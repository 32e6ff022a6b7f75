package org.supportpolicy.workbench.serve;

import java.time.Duration;

/**
 * What a request may take.
 *
 * @param body the longest body, in bytes
 * @param time how long work on a request may take
 * @param silence how long a connection may be silent, and how long work under way may take when the service stops
 */
record Limits(int body, Duration time, Duration silence) {}
