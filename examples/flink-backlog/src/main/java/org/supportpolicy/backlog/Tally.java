package org.supportpolicy.backlog;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Adds up counts, and gives the sums, sorted, once no more come. What a checkpoint holds of them is not counted again. */
final class Tally extends AbstractStreamOperator<Tuple2<String, Long>>
        implements OneInputStreamOperator<Tuple2<String, Long>, Tuple2<String, Long>>, BoundedOneInput {

    static final TypeInformation<Tuple2<String, Long>> TYPE = Types.TUPLE(Types.STRING, Types.LONG);

    private static final long serialVersionUID = 1L;

    private transient Map<String, Long> sums;
    private transient ListState<Tuple2<String, Long>> kept;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        sums = new TreeMap<>();
        kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("sums", TYPE));
        for (Tuple2<String, Long> sum : kept.get()) {
            sums.merge(sum.f0, sum.f1, Long::sum);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        kept.clear();
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            kept.add(Tuple2.of(sum.getKey(), sum.getValue()));
        }
    }

    @Override
    public void processElement(StreamRecord<Tuple2<String, Long>> element) {
        sums.merge(element.getValue().f0, element.getValue().f1, Long::sum);
    }

    @Override
    public void endInput() {
        sums.forEach((what, sum) -> output.collect(new StreamRecord<>(Tuple2.of(what, sum))));
        sums.clear();
    }
}
