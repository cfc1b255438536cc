package org.deviceoffboarding.audit.content;

/**
 * All that an entry says, value by value, for {@link EntryForm} to write: texts in memory, or bytes as the database sent them. Each
 * method writes one value and throws an {@link IllegalArgumentException} if no entry can hold it.
 */
public interface EntryValues {

    void action(CanonicalWriter out);

    void actorId(CanonicalWriter out);

    void actorName(CanonicalWriter out);

    void at(CanonicalWriter out);

    void details(CanonicalWriter out);

    /** Writes the devices one after the other; see {@link EntryForm#device}. */
    void devices(CanonicalWriter out);

    void format(CanonicalWriter out);

    void result(CanonicalWriter out);

    void subject(CanonicalWriter out);

    void summary(CanonicalWriter out);
}
