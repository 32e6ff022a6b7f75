package org.supportpolicy.author;

/** Is told how far a long piece of work is, by the thread that asked for the work. */
@FunctionalInterface
public interface ProgressListener {

    /** Told, and does nothing. */
    ProgressListener NOBODY = (done, total) -> {};

    /**
     * A further step was taken.
     *
     * @param done how many steps were
     * @param total how many there will have been
     */
    void at(int done, int total);
}
