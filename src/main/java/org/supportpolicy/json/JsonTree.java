package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON text into nodes. */
final class JsonTree {

    private static final int DEEPEST = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private int tokens;

    private JsonTree() {}

    /** Reads one value and nothing after it; on malformed text adds the problem and returns null. */
    static @Nullable Node read(String text, ProblemList problems) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                problems.malformed(1, 1, "", "The text must hold a JSON object; it is empty.", null);
                return null;
            }
            Node node = new JsonTree().node(parser);
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                problems.malformed(at.getLineNr(), at.getColumnNr(), null,
                        "The text must end after its JSON object; something follows.", null);
                return null;
            }
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            problems.malformed(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), null,
                    "The text must be JSON: " + firstLine(e.getOriginalMessage()), null);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse(message);
        int place = line.indexOf(" at [");
        String said = place < 0 ? line : line.substring(0, place);
        return said.endsWith(".") ? said : said + ".";
    }

    private Node node(JsonParser parser) throws IOException {
        int token = tokens++;
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

    private Node members(JsonParser parser, int token) throws IOException {
        List<Node.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int key = tokens++;
            String name = parser.currentName();
            parser.nextToken();
            members.add(new Node.Member(name, key, node(parser)));
        }
        return new Node.Members(token, members);
    }

    /** Where the tokens of a text stand that {@link Node}s begin with, by their numbers; the text was read before. */
    static List<JsonLocation> places(String text) {
        List<JsonLocation> places = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd()) {
                    places.add(parser.currentTokenLocation());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }
}
