package org.supportpolicy.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.TicketState;

/** Writes small policies in every way in which files are written, and keeps what it wrote. Not thread-safe. */
final class RestlessEditor {

    private final Path temporary;
    private final Path policy;
    private final Duration quiet;
    private final Consumer<Boolean> throwing;
    private final Random random = new Random(20261126);
    private final Set<List<Object>> written = new HashSet<>();
    private final Map<String, Integer> events = new TreeMap<>();
    private final List<Event> all = List.of(this::rename, this::writeInPlace, this::writeHalf, this::recreate, this::switchLink,
            this::switchMount, this::breakAndMend, this::makePipe, this::linkOut, this::rewrite, this::letListenersThrow);
    private SmallPolicy now;
    private int edition;
    private boolean mounted;

    private interface Event {
        void happen() throws IOException, InterruptedException;
    }

    RestlessEditor(Path temporary, Duration quiet, Consumer<Boolean> throwing) throws IOException {
        this.temporary = temporary;
        this.policy = temporary.resolve("policy");
        this.quiet = quiet;
        this.throwing = throwing;
        next().writeTo(policy);
    }

    /** The directory that it edits; now and then it is a link. */
    Path policy() {
        return policy;
    }

    /** The receipt and the state of every policy that it wrote. */
    Set<List<Object>> written() {
        return written;
    }

    /** How often it did what. */
    Map<String, Integer> events() {
        return events;
    }

    /** How many things it did. */
    int count() {
        return events.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Does a few things one after the other. */
    void edit(int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            all.get(random.nextInt(all.size())).happen();
            Thread.sleep(random.nextInt(200));
        }
    }

    /** Comes to rest: what is written now is sound, and its receipt is given. */
    Decision.Receipt finish() throws IOException, InterruptedException {
        throwing.accept(false);
        if (random.nextBoolean()) {
            writeInPlace();
        }
        return receipt(now);
    }

    private SmallPolicy next() throws IOException {
        edition++;
        now = new SmallPolicy(edition, TicketState.values()[edition % TicketState.values().length]);
        keep(now.files());
        return now;
    }

    private Decision.Receipt receipt(SmallPolicy one) throws IOException {
        return load(one.files()).receipt();
    }

    private void keep(Map<String, String> files) throws IOException {
        SupportPolicy kept = load(files);
        written.add(List.of(kept.receipt(), SmallPolicy.said(SmallPolicy.decide(kept))));
    }

    private SupportPolicy load(Map<String, String> files) throws IOException {
        Path aside = Files.createDirectories(temporary.resolve("aside"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(aside.resolve(file.getKey()), file.getValue());
        }
        return SupportPolicy.load(aside);
    }

    /** Writes the files of a new policy one after the other, each renamed into place. */
    private void rename() throws IOException, InterruptedException {
        did("rename");
        mounted = false;
        write(next(), (file, text) -> {
            Path fresh = Files.writeString(file.resolveSibling("fresh"), text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    /** Writes the files of a new policy one after the other, each where it stands. */
    private void writeInPlace() throws IOException, InterruptedException {
        did("write in place");
        write(next(), Files::writeString);
    }

    private interface Writing {
        void write(Path file, String text) throws IOException;
    }

    /** What stands between two files counts as written where the machine was too busy to write the next one before the rest was over. */
    private void write(SmallPolicy one, Writing writing) throws IOException, InterruptedException {
        Map<String, String> standing = new TreeMap<>();
        for (String file : one.files().keySet()) {
            standing.put(file, Files.readString(policy.resolve(file)));
        }
        long before = System.nanoTime();
        for (Map.Entry<String, String> file : one.files().entrySet()) {
            long start = System.nanoTime();
            writing.write(policy.resolve(file.getKey()), file.getValue());
            if (System.nanoTime() - before >= quiet.toNanos()) {
                keepIfSound(standing);
            }
            before = start;
            standing.put(file.getKey(), file.getValue());
            Thread.sleep(random.nextInt(40));
        }
    }

    private void keepIfSound(Map<String, String> files) throws IOException {
        try {
            keep(files);
        } catch (PolicyException e) {
            did("be too slow, unsound between");
            return;
        }
        did("be too slow, sound between");
    }

    private void writeHalf() throws IOException, InterruptedException {
        did("write half, then all");
        SmallPolicy one = next();
        Files.writeString(policy.resolve("closure.drl"), one.rules().substring(0, one.rules().length() / 2));
        Thread.sleep(random.nextInt(100));
        for (Map.Entry<String, String> file : one.files().entrySet()) {
            Files.writeString(policy.resolve(file.getKey()), file.getValue());
        }
    }

    private void recreate() throws IOException, InterruptedException {
        did("delete and make again");
        mounted = false;
        SmallPolicy one = next();
        delete(policy);
        Thread.sleep(random.nextInt(100));
        one.writeTo(policy);
    }

    private void switchLink() throws IOException {
        did("switch the link");
        mounted = false;
        Path target = temporary.resolve("version" + edition);
        Path other = temporary.resolve("version" + (edition + 1));
        next().writeTo(other);
        if (!Files.isSymbolicLink(policy)) {
            delete(policy);
        }
        link(policy, other);
        delete(target);
    }

    /** As a cluster mounts files: each is a link through a link that is replaced. */
    private void switchMount() throws IOException {
        did("switch the mount");
        SmallPolicy one = next();
        if (!mounted) {
            delete(policy);
            Files.createDirectory(policy);
        }
        Path version = policy.resolve(".." + edition);
        one.writeTo(version);
        Path data = policy.resolve("..data");
        Path former = mounted ? data.toRealPath() : null;
        link(data, version.getFileName());
        if (mounted) {
            delete(former);
        } else {
            for (String file : one.files().keySet()) {
                Files.createSymbolicLink(policy.resolve(file), Path.of("..data", file));
            }
        }
        mounted = true;
    }

    private void breakAndMend() throws IOException, InterruptedException {
        did("break and mend");
        Path file = policy.resolve("closure.drl");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("state ==", "stat =="));
        Thread.sleep(random.nextInt(700));
        Files.writeString(file, text);
    }

    private void makePipe() throws IOException, InterruptedException {
        did("make a pipe");
        Path pipe = policy.resolve("pipe.drl");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            Thread.sleep(random.nextInt(700));
            Files.delete(pipe);
        }
    }

    private void linkOut() throws IOException, InterruptedException {
        did("link out");
        Path link = Files.createSymbolicLink(policy.resolve("out.drl"), temporary.resolve("aside").resolve("closure.drl"));
        Thread.sleep(random.nextInt(700));
        Files.delete(link);
    }

    /** Writes a new policy, and then one of its texts over and over. */
    private void rewrite() throws IOException, InterruptedException {
        writeInPlace();
        did("rewrite without rest");
        Path text = policy.resolve("policy.en.md");
        String same = Files.readString(text);
        for (int i = 0; i < 20; i++) {
            Files.writeString(text, same);
            Thread.sleep(100);
        }
    }

    private void letListenersThrow() {
        did("let listeners throw");
        throwing.accept(true);
    }

    private void did(String what) {
        events.merge(what, 1, Integer::sum);
    }

    private static void link(Path link, Path target) throws IOException {
        Path fresh = Files.createSymbolicLink(link.resolveSibling("..fresh"), target);
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(path)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
