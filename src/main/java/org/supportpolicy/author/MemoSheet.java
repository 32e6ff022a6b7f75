package org.supportpolicy.author;

/** What a memo is written on, whatever form it has. Nothing that is said is taken for a sign of the form. */
interface MemoSheet {

    /**
     * A heading.
     *
     * @param depth from 1, the title, to 3
     */
    MemoSheet heading(int depth, String said);

    MemoSheet paragraph(String said);

    /** What stands above something, and is no heading. */
    MemoSheet bold(String said);

    /** What is said elsewhere, such as in the text of a clause. */
    MemoSheet quote(String said);

    /** An item of a list, which goes on until something else comes. */
    MemoSheet item(String said);

    /** A row of a table, which goes on until something else comes: the first its heads, the second of dashes. */
    MemoSheet row(String... cells);

    /** Ends a list or a table. */
    MemoSheet gap();

    /** Lines that go and lines that come, as they are written. */
    MemoSheet lines(String before, String after);

    /**
     * A text as it was and as it is.
     *
     * @param before what stands above the first
     * @param after what stands above the second
     */
    MemoSheet beside(String before, String then, String after, String now);
}
