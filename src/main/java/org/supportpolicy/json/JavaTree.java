package org.supportpolicy.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Limits;

/**
 * Makes nodes of the maps, collections and values that others have read or made. Whatever is no map, collection, number or truth counts as
 * the text that {@code toString} gives, as with instants, dates and constants.
 */
final class JavaTree {

    private int values;

    private JavaTree() {}

    /** Makes a node of a map; when it goes too far, or goes round in a circle, adds the problem and returns null. */
    static @Nullable Node read(Map<?, ?> map, ProblemList problems) {
        Node node = new JavaTree().node(map, 1);
        if (node == null) {
            problems.add(0, 0, Problem.of("SP-I001.limits", Limits.JSON_LEVELS, Limits.JSON_VALUES));
        }
        return node;
    }

    /** The node of a value; null when it goes too far. */
    private @Nullable Node node(@Nullable Object value, int level) {
        if (++values > Limits.JSON_VALUES || level > Limits.JSON_LEVELS) {
            return null;
        } else if (value == null) {
            return new Node.Nothing(ProblemList.PLACED);
        } else if (value instanceof Map<?, ?> map) {
            return members(map, level);
        } else if (value instanceof Collection<?> many) {
            return items(many, level);
        } else if (value instanceof Number) {
            return new Node.Number(ProblemList.PLACED, value.toString());
        }
        return value instanceof Boolean truth ? new Node.Truth(ProblemList.PLACED, truth)
                : new Node.Text(ProblemList.PLACED, value.toString());
    }

    private @Nullable Node members(Map<?, ?> map, int level) {
        List<Node.Member> members = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Node value = ++values > Limits.JSON_VALUES ? null : node(entry.getValue(), level + 1);
            if (value == null) {
                return null;
            }
            members.add(new Node.Member(String.valueOf(entry.getKey()), ProblemList.PLACED, value));
        }
        return new Node.Members(ProblemList.PLACED, members);
    }

    private @Nullable Node items(Collection<?> many, int level) {
        List<Node> items = new ArrayList<>();
        for (Object each : many) {
            Node item = node(each, level + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return new Node.Items(ProblemList.PLACED, items);
    }
}
