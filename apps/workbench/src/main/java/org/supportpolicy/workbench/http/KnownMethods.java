package org.supportpolicy.workbench.http;

import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses methods that are not written as those of HTTP are, since their case counts and the framework knows no others. */
public final class KnownMethods extends Handler.Wrapper {

    private static final int UNKNOWN = 405;
    private static final Pattern METHOD = Pattern.compile("[A-Z]+");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (METHOD.matcher(request.getMethod()).matches()) {
            return super.handle(request, response, callback);
        }
        Response.writeError(request, response, callback, UNKNOWN);
        return true;
    }
}
