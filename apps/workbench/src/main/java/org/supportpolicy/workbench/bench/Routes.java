package org.supportpolicy.workbench.bench;

import io.javalin.config.RoutesConfig;

/** Paths of the bench, and what answers them. */
@FunctionalInterface
interface Routes {

    void add(RoutesConfig config);
}
