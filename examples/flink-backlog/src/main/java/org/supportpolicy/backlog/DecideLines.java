package org.supportpolicy.backlog;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The task: what is said of a line goes on, and beside it what is counted and what is refused. */
final class DecideLines extends ProcessFunction<Line, Said> {

    static final OutputTag<Said> REFUSED = new OutputTag<>("refused", TypeInformation.of(Said.class));
    static final OutputTag<Tuple2<String, Long>> COUNTED = new OutputTag<>("counted", Types.TUPLE(Types.STRING, Types.LONG));

    private static final long serialVersionUID = 1L;

    private final Order order;
    private final boolean isTable;
    private transient @Nullable Deciding deciding;
    private transient Deciding.@Nullable Numbers numbers;

    /**
     * Makes the task.
     *
     * @param isTable whether lines are rows of a table, whose number is their key
     */
    DecideLines(Order order, boolean isTable) {
        this.order = order;
        this.isTable = isTable;
    }

    @Override
    public void open(OpenContext context) {
        deciding = new Deciding(order);
        numbers = isTable ? row -> Math.toIntExact(row.position) : new LineNumbers()::of;
    }

    @Override
    public void processElement(Line line, Context context, Collector<Said> out) {
        if (line.isBlank() || deciding == null || numbers == null) {
            return;
        }
        String refusal = deciding.work(line, numbers, new Deciding.Out() {
            @Override
            public void say(byte[] text) {
                out.collect(new Said(line.source, line.position, text));
            }

            @Override
            public void count(String what) {
                context.output(COUNTED, Tuple2.of(what, 1L));
            }
        });
        if (refusal != null) {
            context.output(REFUSED, new Said(line.source, line.position, refusal.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
