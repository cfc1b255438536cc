package org.deviceoffboarding.audit.content;

import static org.deviceoffboarding.audit.content.CanonicalWriter.ascii;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of an entry's canonical form, and of each of its devices, in their order: they are sorted here, once for all. */
public final class EntryForm {

    private static final byte[] ACTION = ascii("{\"action\":");
    private static final byte[] ACTOR_ID = ascii(",\"actor\":{\"id\":");
    private static final byte[] ACTOR_NAME = ascii(",\"name\":");
    private static final byte[] AT = ascii("},\"at\":");
    private static final byte[] DETAILS = ascii(",\"details\":");
    private static final byte[] DEVICES = ascii(",\"devices\":[");
    private static final byte[] FORMAT = ascii("],\"format\":");
    private static final byte[] RESULT = ascii(",\"result\":");
    private static final byte[] SUBJECT = ascii(",\"subject\":");
    private static final byte[] SUMMARY = ascii(",\"summary\":");
    private static final byte[] DEVICE_ID = ascii("\"deviceId\":");
    private static final byte[] NAME = ascii("\"name\":");
    private static final byte[] OBJECT_ID = ascii(",\"objectId\":");

    private EntryForm() {}

    /** Writes an entry. */
    public static void write(EntryValues entry, CanonicalWriter out) {
        out.put(ACTION);
        entry.action(out);
        out.put(ACTOR_ID);
        entry.actorId(out);
        out.put(ACTOR_NAME);
        entry.actorName(out);
        out.put(AT);
        entry.at(out);
        out.put(DETAILS);
        entry.details(out);
        out.put(DEVICES);
        entry.devices(out);
        out.put(FORMAT);
        entry.format(out);
        out.put(RESULT);
        entry.result(out);
        out.put(SUBJECT);
        entry.subject(out);
        out.put(SUMMARY);
        entry.summary(out);
        out.put('}');
    }

    /**
     * Writes one of an entry's devices, which are written in the order of their object IDs.
     *
     * @param utf8 where its name stands, from one place to another
     */
    public static void device(
            CanonicalWriter out, boolean first, UUID objectId, @Nullable UUID deviceId, byte[] utf8, int from, int to) {
        if (!first) {
            out.put(',');
        }
        out.put('{');
        if (deviceId != null) {
            out.put(DEVICE_ID);
            out.uuid(deviceId);
            out.put(',');
        }
        out.put(NAME);
        out.text(utf8, from, to);
        out.put(OBJECT_ID);
        out.uuid(objectId);
        out.put('}');
    }
}
