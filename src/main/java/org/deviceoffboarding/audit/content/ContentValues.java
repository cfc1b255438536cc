package org.deviceoffboarding.audit.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What an entry says as it is in memory. */
record ContentValues(EntryContent content) implements EntryValues {

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
