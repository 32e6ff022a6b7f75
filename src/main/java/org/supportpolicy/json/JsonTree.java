package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Limits;

/** Reads JSON text into nodes. */
final class JsonTree {

    private static final int NONE = -1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Limits.JSON_LEVELS).build())
            .build();

    private int tokens;

    private JsonTree() {}

    /** Reads one value of a document and nothing after it; on malformed text adds the problem and returns null. */
    static @Nullable Node read(ProblemList problems) {
        String text = problems.text();
        if (text.length() > Limits.JSON_CHARACTERS) {
            problems.add(1, 1, Problem.of("SP-I001.long", text.length(), Limits.JSON_CHARACTERS));
            return null;
        }
        Node node = null;
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add(1, 1, Problem.of("SP-I001.empty").at(""));
                return null;
            }
            node = new JsonTree().node(parser);
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                problems.add(at.getLineNr(), at.getColumnNr(), Problem.of("SP-I001.more"));
                return null;
            }
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            problems.add(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(),
                    node == null ? malformed(e, text) : Problem.of("SP-I001.more"));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem malformed(JsonProcessingException e, String text) {
        if (e instanceof StreamConstraintsException) {
            return Problem.of("SP-I001.limits", Limits.JSON_LEVELS, Limits.JSON_VALUES);
        } else if (e instanceof JsonEOFException || e.getLocation() == null) {
            return Problem.of("SP-I001.end");
        }
        return Malformed.at(text, (int) Math.max(0, e.getLocation().getCharOffset()));
    }

    private Node node(JsonParser parser) throws IOException {
        int token = count(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, token);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser));
                }
                yield new Node.Items(token, items);
            }
            case VALUE_STRING -> new Node.Text(token, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Number(token, parser.getText());
            case VALUE_TRUE -> new Node.Truth(token, true);
            case VALUE_FALSE -> new Node.Truth(token, false);
            default -> new Node.Nothing(token);
        };
    }

    private int count(JsonParser parser) throws IOException {
        if (tokens == Limits.JSON_VALUES) {
            throw new StreamConstraintsException("too many values", parser.currentTokenLocation());
        }
        return tokens++;
    }

    private Node members(JsonParser parser, int token) throws IOException {
        List<Node.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int key = count(parser);
            String name = parser.currentName();
            parser.nextToken();
            members.add(new Node.Member(name, key, node(parser)));
        }
        return new Node.Members(token, members);
    }

    /** Where some of the tokens of a text stand that {@link Node}s begin with, by their numbers, which ascend; the text was read before. */
    static Map<Integer, JsonLocation> places(String text, Collection<Integer> wanted) {
        Map<Integer, JsonLocation> places = new HashMap<>();
        Iterator<Integer> ascending = wanted.iterator();
        int number = 0;
        int next = ascending.hasNext() ? ascending.next() : NONE;
        try (JsonParser parser = FACTORY.createParser(text)) {
            while (next != NONE) {
                if (!parser.nextToken().isStructEnd() && number++ == next) {
                    places.put(next, parser.currentTokenLocation());
                    next = ascending.hasNext() ? ascending.next() : NONE;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }
}
