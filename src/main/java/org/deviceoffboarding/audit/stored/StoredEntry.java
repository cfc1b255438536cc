package org.deviceoffboarding.audit.stored;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.deviceoffboarding.audit.content.CanonicalWriter;
import org.deviceoffboarding.audit.content.EntryForm;
import org.deviceoffboarding.audit.content.EntryValues;
import org.deviceoffboarding.audit.content.StoredJson;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the database now, and another one for each row: what it says is written from the bytes that the database sent
 * into one array, and hashed there. What is null where nothing can be is written as null, and so is not what was hashed.
 */
public final class StoredEntry implements EntryValues {

    /** What is selected from {@code audit_entry e}, in types that the table may no longer have. */
    static final String COLUMNS = """
            e.id::bigint, e.leaf_hash::bytea, e.at::timestamptz, e.actor_id::text, e.actor_name::text, e.action::text,
            e.result::text, e.subject::text, e.summary::text, e.details::text, e.format::bigint
            """;

    static final int COUNT = 11;

    /** Selected behind these where words are to be compared, too. */
    static final String WORDS_COLUMN = ", e.words::tsvector";

    private static final int ID = 0;
    private static final int LEAF = 1;
    private static final int AT = 2;
    private static final int ACTOR_ID = 3;
    private static final int ACTOR_NAME = 4;
    private static final int ACTION = 5;
    private static final int RESULT = 6;
    private static final int SUBJECT = 7;
    private static final int SUMMARY = 8;
    private static final int DETAILS = 9;
    private static final int FORMAT = 10;
    private static final int WORDS = COUNT;

    /** PostgreSQL counts from here, in microseconds. */
    private static final Instant ZERO = Instant.parse("2000-01-01T00:00:00Z");

    private static final long MICROS_TO_ZERO = ChronoUnit.MICROS.between(Instant.EPOCH, ZERO);

    private final TreeHash hash = new TreeHash();
    private final CanonicalWriter content = new CanonicalWriter();
    private final StoredJson json = new StoredJson(content);
    private final CopiedRows row;
    private final StoredDevices devices;
    private final StoredWords words = new StoredWords();

    /** @param devices read for these rows */
    StoredEntry(CopiedRows row, StoredDevices devices) {
        this.row = row;
        this.devices = devices;
    }

    /** Returns its row. */
    public long id() {
        return row.number(ID);
    }

    /** Returns when it was recorded, as it says. */
    public Instant at() {
        return ZERO.plus(row.number(AT), ChronoUnit.MICROS);
    }

    /** Returns the leaf by what the entry says now, if the leaf that stands beside the entry is the same; null otherwise. */
    public byte @Nullable [] leaf() {
        byte[] leaf = leafByContent();
        return leaf != null && Arrays.equals(row.bytes(), row.from(LEAF), row.to(LEAF), leaf, 0, leaf.length)
                ? leaf
                : null;
    }

    /** Returns whether the words that searches find it by are certainly those of what it says; asked only where they are read. */
    public boolean hasItsWords() {
        return words.areOf(row, WORDS, SUMMARY, SUBJECT, ACTOR_NAME, ACTOR_ID, DETAILS);
    }

    private byte @Nullable [] leafByContent() {
        content.clear();
        try {
            EntryForm.write(this, content);
        } catch (IllegalArgumentException whatNoEntrySays) {
            return null;
        }
        return hash.leaf(content.written());
    }

    private void text(int column, CanonicalWriter out) {
        if (row.isNull(column)) {
            out.nothing();
        } else {
            out.text(row.bytes(), row.from(column), row.to(column));
        }
    }

    @Override
    public void action(CanonicalWriter out) {
        text(ACTION, out);
    }

    @Override
    public void actorId(CanonicalWriter out) {
        text(ACTOR_ID, out);
    }

    @Override
    public void actorName(CanonicalWriter out) {
        text(ACTOR_NAME, out);
    }

    @Override
    public void at(CanonicalWriter out) {
        if (row.isNull(AT)) {
            out.nothing();
        } else {
            out.time(Math.min(row.number(AT), Long.MAX_VALUE - MICROS_TO_ZERO) + MICROS_TO_ZERO);
        }
    }

    @Override
    public void details(CanonicalWriter out) {
        if (row.isNull(DETAILS)) {
            out.nothing();
        } else {
            json.write(row.bytes(), row.from(DETAILS), row.to(DETAILS));
        }
    }

    @Override
    public void devices(CanonicalWriter out) {
        devices.write(id(), out);
    }

    @Override
    public void format(CanonicalWriter out) {
        if (row.isNull(FORMAT)) {
            out.nothing();
        } else {
            out.number(row.number(FORMAT));
        }
    }

    @Override
    public void result(CanonicalWriter out) {
        text(RESULT, out);
    }

    @Override
    public void subject(CanonicalWriter out) {
        text(SUBJECT, out);
    }

    @Override
    public void summary(CanonicalWriter out) {
        text(SUMMARY, out);
    }
}
