package org.supportpolicy.internal;

import org.drools.model.BitMask;
import org.drools.model.Channel;
import org.drools.model.Drools;
import org.drools.model.DroolsEntryPoint;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieRuntime;
import org.kie.api.runtime.rule.EntryPoint;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import org.kie.api.runtime.rule.RuleContext;
import org.supportpolicy.finding.Finding;

/** What a consequence is handed as {@code kcontext}: it may conclude findings and nothing else. */
abstract class ConcludeOnly implements Drools, RuleContext {

    /** Takes what a consequence concludes. */
    abstract void conclude(Finding finding);

    @Override
    public final FactHandle insertLogical(Object finding) {
        conclude((Finding) finding);
        return null; // nobody withdraws a finding: rules run in an order in which none needs to be
    }

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("A consequence may conclude a finding and do nothing else.");
    }

    @Override
    public final FactHandle insertLogical(EntryPoint entryPoint, Object object) {
        throw refused();
    }

    @Override
    public final void logicalInsert(Object object) {
        throw refused();
    }

    @Override
    public final void insert(Object object) {
        throw refused();
    }

    @Override
    public final void insert(Object object, boolean dynamic) {
        throw refused();
    }

    @Override
    public final void insertAsync(Object object) {
        throw refused();
    }

    @Override
    public final void update(Object object, String... modified) {
        throw refused();
    }

    @Override
    public final void update(Object object, BitMask modified) {
        throw refused();
    }

    @Override
    public final void delete(Object object) {
        throw refused();
    }

    @Override
    public final <T> T getRuntime(Class<T> type) {
        throw refused();
    }

    @Override
    public final <T> T getContext(Class<T> type) {
        throw refused();
    }

    @Override
    public final DroolsEntryPoint getEntryPoint(String name) {
        throw refused();
    }

    @Override
    public final void halt() {
        throw refused();
    }

    @Override
    public final void setFocus(String focus) {
        throw refused();
    }

    @Override
    public final Channel getChannel(String name) {
        throw refused();
    }

    @Override
    public final Rule getRule() {
        throw refused();
    }

    @Override
    public final Match getMatch() {
        throw refused();
    }

    @Override
    public final void blockMatch(Match match) {
        throw refused();
    }

    @Override
    public final void unblockAllMatches(Match match) {
        throw refused();
    }

    @Override
    public final void cancelMatch(Match match) {
        throw refused();
    }

    @Override
    public final KieRuntime getKieRuntime() {
        throw refused();
    }

    @Override
    public final KieRuntime getKnowledgeRuntime() {
        throw refused();
    }
}
