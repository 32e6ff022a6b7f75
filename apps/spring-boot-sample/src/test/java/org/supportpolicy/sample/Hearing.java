package org.supportpolicy.sample;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WatchedPolicy;

/** Keeps what it is told. */
final class Hearing implements WatchedPolicy.Listener {

    final BlockingQueue<List<Problem>> refused = new LinkedBlockingQueue<>();

    @Override
    public void reloaded(SupportPolicy policy) {}

    @Override
    public void refused(List<Problem> problems) {
        refused.add(problems);
    }
}
