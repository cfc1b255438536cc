package org.deviceoffboarding.task.team;

import java.time.Instant;
import java.util.Map;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.VersionedSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TaskSettingsRepository {

    private final VersionedSettings<SavedTicketAddress> versions;

    TaskSettingsRepository(JdbcClient jdbc) {
        this.versions = new VersionedSettings<>(
                jdbc,
                "task_settings",
                new SavedTicketAddress(0, TicketAddress.NONE),
                (row, number) -> new SavedTicketAddress(
                        row.getLong("version"), new TicketAddress(row.getString("ticket_address"))),
                "Someone else changed the address of tickets meanwhile. What you entered stays here: reload the page to see theirs.");
    }

    SavedTicketAddress newest() {
        return versions.newest();
    }

    /** @throws org.deviceoffboarding.base.ChangedMeanwhileException if there is a newer one; the transaction is then of no more use */
    void add(long versionBefore, TicketAddress address, Actor actor, Instant now) {
        versions.add(
                versionBefore, Map.of("ticket_address", address.template()), new VersionedSettings.Saved(actor, now));
    }
}
