package org.supportpolicy.spring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.supportpolicy.Decision;
import org.supportpolicy.json.DecisionWriter;

/** Decisions as bodies of answers, in JSON. */
public final class DecisionConverter extends AbstractHttpMessageConverter<Decision> {

    private final DecisionWriter writer;

    /** Makes a converter that writes with a writer. */
    public DecisionConverter(DecisionWriter writer) {
        super(StandardCharsets.UTF_8, MediaType.APPLICATION_JSON);
        this.writer = writer;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Decision.class;
    }

    @Override
    public boolean canRead(Class<?> type, MediaType kind) {
        return false;
    }

    @Override
    protected Decision readInternal(Class<? extends Decision> type, HttpInputMessage request) {
        throw new UnsupportedOperationException("A decision is made, not read.");
    }

    @Override
    protected void writeInternal(Decision decision, HttpOutputMessage answer) throws IOException {
        answer.getBody().write(writer.writeUtf8(decision));
    }
}
