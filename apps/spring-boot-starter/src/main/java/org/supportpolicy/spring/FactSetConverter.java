package org.supportpolicy.spring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;

/** Fact sets as bodies of requests and answers, in JSON. Problems are told with their line and column in the body. */
public final class FactSetConverter extends AbstractHttpMessageConverter<FactSet> {

    private final FactSetReader reader;
    private final FactSetWriter writer = new FactSetWriter();

    /** Makes a converter that reads with a reader. */
    public FactSetConverter(FactSetReader reader) {
        super(StandardCharsets.UTF_8, MediaType.APPLICATION_JSON);
        this.reader = reader;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == FactSet.class;
    }

    @Override
    protected FactSet readInternal(Class<? extends FactSet> type, HttpInputMessage request) throws IOException {
        try {
            return reader.read("body", request.getBody());
        } catch (PolicyException e) {
            throw new BadFactSetException(e, request);
        }
    }

    @Override
    protected void writeInternal(FactSet facts, HttpOutputMessage answer) throws IOException {
        answer.getBody().write(writer.write(facts).getBytes(StandardCharsets.UTF_8));
    }
}
