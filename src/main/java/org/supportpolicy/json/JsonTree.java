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

/** Reads JSON text into nodes that know where they stand. */
final class JsonTree {

    private static final int DEEPEST = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonTree() {}

    /** Reads one value and nothing after it; on malformed text adds the problem and returns null. */
    static @Nullable Node read(String text, ProblemList problems) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add(InputCode.MALFORMED, 1, 1, "", "The text must hold a JSON object; it is empty.", null);
                return null;
            }
            Node node = node(parser);
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                problems.add(InputCode.MALFORMED, at.getLineNr(), at.getColumnNr(), null,
                        "The text must end after its JSON object; something follows.", null);
                return null;
            }
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            problems.add(InputCode.MALFORMED, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), null,
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

    private static Node node(JsonParser parser) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, line, column);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser));
                }
                yield new Node.Items(line, column, items);
            }
            case VALUE_STRING -> new Node.Text(line, column, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Number(line, column, parser.getText());
            case VALUE_TRUE -> new Node.Truth(line, column, true);
            case VALUE_FALSE -> new Node.Truth(line, column, false);
            default -> new Node.Nothing(line, column);
        };
    }

    private static Node members(JsonParser parser, int line, int column) throws IOException {
        List<Node.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            JsonLocation at = parser.currentTokenLocation();
            String key = parser.currentName();
            parser.nextToken();
            members.add(new Node.Member(key, at.getLineNr(), at.getColumnNr(), node(parser)));
        }
        return new Node.Members(line, column, members);
    }
}
