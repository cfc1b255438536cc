package org.deviceoffboarding.audit.reading;

/**
 * The words of a text, apart: an index that finds the rare ones is quick, whereas it would go through all entries for one that most have.
 *
 * @param rare what is looked up in the index
 * @param others what is looked for in the entries that have these; may be empty
 * @param expected about how many entries have the rarest of all
 */
record SearchedWords(String rare, String others, long expected) {

    static final SearchedWords NONE = new SearchedWords("", "", 0);

    /** Returns the condition on entries {@code e}. */
    String condition() {
        return others.isEmpty()
                ? "e.words @@ audit_search(:rare)"
                : "(e.words @@ audit_search(:rare) and (e.words @@ audit_search(:others)) is true)";
    }
}
