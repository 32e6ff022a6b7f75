package org.supportpolicy.workbench.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.workbench.http.Refused;

/** The former versions of a working copy that stands in a git repository, which is only read. Thread-safe. */
final class Revisions {

    private static final int MOST = 200;
    private static final int BAD = 400;
    private static final int SHORT = 8;

    private final Path directory;

    Revisions(Path directory) {
        this.directory = directory;
    }

    /**
     * A version of the working copy.
     *
     * @param id what names it
     * @param message the first line of what was said of it
     * @param names tags and branches that stand at it
     */
    record Revision(String id, Instant when, String who, String message, List<String> names) {

        String brief() {
            return id.substring(0, SHORT);
        }
    }

    private @Nullable Repository repository() throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(directory.toFile());
        if (builder.getGitDir() == null) {
            return null;
        }
        Repository found = builder.build();
        if (found.isBare()) { // which has no working copy
            found.close();
            return null;
        }
        return found;
    }

    /** Whether it stands in a repository. */
    boolean isThere() {
        return new FileRepositoryBuilder().findGitDir(directory.toFile()).getGitDir() != null;
    }

    /** The branch it stands on; empty where there is none. */
    String branch() throws IOException {
        try (Repository repository = repository()) {
            return repository == null ? "" : Objects.requireNonNullElse(repository.getBranch(), "");
        }
    }

    /** Those in which something of the working copy changed, the newest first, no more than two hundred. */
    List<Revision> all() throws IOException {
        try (Repository repository = repository()) {
            ObjectId head = repository == null ? null : repository.resolve(Constants.HEAD);
            if (repository == null || head == null) {
                return List.of();
            }
            Map<ObjectId, List<String>> names = new TreeMap<>();
            for (Ref ref : repository.getRefDatabase().getRefs()) {
                ObjectId at = repository.getRefDatabase().peel(ref).getPeeledObjectId();
                if (at == null && ref.getObjectId() == null) {
                    continue; // it names another that is not there
                }
                names.computeIfAbsent(at == null ? ref.getObjectId() : at, id -> new ArrayList<>())
                        .add(Repository.shortenRefName(ref.getName()));
            }
            try (RevWalk walk = new RevWalk(repository)) {
                String prefix = prefix(repository);
                if (!prefix.isEmpty()) {
                    walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(prefix), TreeFilter.ANY_DIFF));
                }
                walk.markStart(walk.parseCommit(head));
                List<Revision> revisions = new ArrayList<>();
                for (RevCommit commit = walk.next(); commit != null && revisions.size() < MOST; commit = walk.next()) {
                    revisions.add(new Revision(commit.name(), Instant.ofEpochSecond(commit.getCommitTime()),
                            commit.getAuthorIdent().getName(), commit.getShortMessage(), names.getOrDefault(commit.getId(), List.of())));
                }
                return revisions;
            }
        }
    }

    /** The path of the working copy in its repository, with slashes; empty when it is all of it. */
    private String prefix(Repository repository) throws IOException {
        return repository.getWorkTree().toPath().toRealPath().relativize(directory).toString().replace('\\', '/');
    }

    /**
     * The policy of a version.
     *
     * @param name whatever git names it by, such as {@code HEAD~1}, a tag or the beginning of its id
     * @throws Refused if there is no such version, or the working copy is not in it
     * @throws org.supportpolicy.PolicyException if something is wrong with its rules or texts
     */
    SupportPolicy policy(String name) throws IOException {
        try (Repository repository = repository(); RevWalk walk = repository == null ? null : new RevWalk(repository)) {
            ObjectId id = repository == null ? null : repository.resolve(name + "^{commit}");
            if (repository == null || walk == null || id == null) {
                throw Refused.of(BAD, "revision.none", name);
            }
            Path former = Files.createTempDirectory("support-policy-revision");
            try {
                if (write(repository, walk.parseCommit(id), former) == 0) {
                    throw Refused.of(BAD, "revision.without", name);
                }
                return SupportPolicy.load(former);
            } finally {
                delete(former);
            }
        } catch (RevisionSyntaxException e) {
            throw Refused.of(BAD, "revision.none", name);
        }
    }

    /** Writes the rules and texts of a version into a folder of their own; returns how many files there were. */
    private int write(Repository repository, RevCommit commit, Path folder) throws IOException {
        int written = 0;
        String prefix = prefix(repository);
        try (TreeWalk tree = new TreeWalk(repository)) {
            tree.addTree(commit.getTree());
            tree.setRecursive(true);
            if (!prefix.isEmpty()) {
                tree.setFilter(PathFilter.create(prefix));
            }
            while (tree.next()) {
                String path = prefix.isEmpty() ? tree.getPathString() : tree.getPathString().substring(prefix.length() + 1);
                if (!path.contains("/") && CopyFile.of(path).isPresent()) {
                    Files.writeString(folder.resolve(path),
                            new String(repository.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
                    written++;
                }
            }
        }
        return written;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
