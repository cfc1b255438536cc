package org.deviceoffboarding.audit.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that an entry says, with its canonical form: JSON as RFC 8785 writes it, in UTF-8, from which its leaf of the tree is hashed. An
 * entry's number is no part of it: that is its place in the tree.
 *
 * @param format {@link #TAKEN_OVER} or {@link #NEWEST}
 * @param at in whole microseconds, as PostgreSQL keeps it
 * @param details texts, truth values, whole numbers, lists and maps of these, nulls
 * @param devices in the order of their object IDs, each once
 */
public record EntryContent(
        int format,
        Instant at,
        String actorId,
        String actorName,
        String action,
        String result,
        String subject,
        String summary,
        Map<String, ? extends @Nullable Object> details,
        List<ContentDevice> devices) {

    /** The format of entries that were stored with a chain of hashes: without details and devices. */
    public static final int TAKEN_OVER = 1;

    /** The format of entries that are stored now. */
    public static final int NEWEST = 2;

    public EntryContent {
        at = at.truncatedTo(ChronoUnit.MICROS);
        devices = devices.stream()
                .sorted(Comparator.comparing(device -> device.objectId().toString()))
                .toList();
    }

    /**
     * Returns the canonical form.
     *
     * @throws IllegalArgumentException if the details hold what an entry can't
     */
    public String json() {
        return written().toString();
    }

    /** Returns the canonical form's bytes, which are hashed. */
    public byte[] bytes() {
        return written().toBytes();
    }

    private CanonicalWriter written() {
        CanonicalWriter out = new CanonicalWriter();
        EntryForm.write(new Values(this), out);
        return out;
    }

    /** What it says, as it is in memory. */
    private record Values(EntryContent content) implements EntryValues {

        private static final long MICROS = 1_000_000;

        @Override
        public void action(CanonicalWriter out) {
            out.text(content.action());
        }

        @Override
        public void actorId(CanonicalWriter out) {
            out.text(content.actorId());
        }

        @Override
        public void actorName(CanonicalWriter out) {
            out.text(content.actorName());
        }

        @Override
        public void at(CanonicalWriter out) {
            Instant at = content.at();
            out.time(at.getEpochSecond() * MICROS + at.getNano() / 1_000);
        }

        @Override
        public void details(CanonicalWriter out) {
            CanonicalJson.write(out, content.details());
        }

        @Override
        public void devices(CanonicalWriter out) {
            boolean first = true;
            for (ContentDevice device : content.devices()) {
                byte[] name = device.name().getBytes(StandardCharsets.UTF_8);
                EntryForm.device(out, first, device.objectId(), device.deviceId(), name, 0, name.length);
                first = false;
            }
        }

        @Override
        public void format(CanonicalWriter out) {
            out.number(content.format());
        }

        @Override
        public void result(CanonicalWriter out) {
            out.text(content.result());
        }

        @Override
        public void subject(CanonicalWriter out) {
            out.text(content.subject());
        }

        @Override
        public void summary(CanonicalWriter out) {
            out.text(content.summary());
        }
    }
}
