package org.supportpolicy.backlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.DefaultRollingPolicy;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The job: reading, deciding and writing in one chain of operators, so that no line goes from one thread of a task to another but where
 * it is read; counts come together in one task at the end.
 *
 * @param order what is done with each line
 * @param files the files that are read; none when a table is
 * @param pieceBytes how many bytes of a file a task takes at a time
 * @param in the table that is read; none when files are
 * @param out the directory for what is said, unless it goes to a table; what is refused goes to {@code refused} in it
 * @param outTable the table for what is said; none when it goes to files
 */
record Backlog(Order order, List<String> files, long pieceBytes, @Nullable Table in, String out, @Nullable Table outTable) {

    /** Where in the directory of the output it stands what was refused. */
    static final String REFUSED = "refused";

    private static final long FILE_BYTES = 1024;

    /** Adds the job to what an environment runs. */
    void on(StreamExecutionEnvironment environment) {
        DataStream<Line> lines = in == null
                ? environment.fromSource(FileSource.forBulkFileFormat(new LineFormat(), files.stream().map(Path::new).toArray(Path[]::new))
                        .setFileEnumerator(pieces(pieceBytes)).build(), WatermarkStrategy.noWatermarks(), "lines").uid("lines")
                : environment.fromSource(in.source(), WatermarkStrategy.noWatermarks(), "rows").uid("rows");
        SingleOutputStreamOperator<Said> said = lines.process(new DecideLines(order, in != null)).name("decide").uid("decide");
        said.getSideOutput(DecideLines.REFUSED).sinkTo(files(out + "/" + REFUSED)).name(REFUSED).uid(REFUSED);
        DataStream<Said> result = order.mode().counts() ? sums(said.getSideOutput(DecideLines.COUNTED)) : said;
        if (outTable == null) {
            result.sinkTo(files(out)).setParallelism(result.getParallelism()).name("said").uid("said");
        } else {
            result.sinkTo(outTable.sink()).name("said").uid("said");
        }
    }

    private static FileEnumerator.Provider pieces(long bytes) {
        return () -> new Pieces(bytes);
    }

    /** Adds up what each task counted, then the sums of the tasks. */
    private DataStream<Said> sums(DataStream<Tuple2<String, Long>> counted) {
        return counted.transform("count", Tally.TYPE, new Tally()).uid("count")
                .transform("sum", Tally.TYPE, new Tally()).setParallelism(1).uid("sum")
                .process(new Lines()).returns(TypeInformation.of(Said.class)).setParallelism(1).name("lines of sums").uid("lines-of-sums");
    }

    private static FileSink<Said> files(String directory) {
        Encoder<Said> lines = Backlog::write;
        return FileSink.forRowFormat(new Path(directory), lines).withBucketAssigner(new BasePathBucketAssigner<>())
                .withRollingPolicy(DefaultRollingPolicy.builder().withMaxPartSize(MemorySize.ofMebiBytes(FILE_BYTES)).build()).build();
    }

    private static void write(Said said, OutputStream out) throws IOException {
        out.write(said.text);
        out.write('\n');
    }

    /** A sum as a line. */
    private static final class Lines extends ProcessFunction<Tuple2<String, Long>, Said> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Tuple2<String, Long> sum, Context context, Collector<Said> out) {
            out.collect(new Said("", 0, (sum.f0 + "," + sum.f1).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
