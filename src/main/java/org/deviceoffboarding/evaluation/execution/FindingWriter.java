package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.copy.BinaryCopy;
import org.deviceoffboarding.base.copy.BinaryRow;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores what a run says about its devices, many at a time. */
@Repository
class FindingWriter {

    private static final BinaryCopy<Finding> FINDINGS = new BinaryCopy<>("finding", """
            run_id, object_id, device_id, intune_id, name, serial_number, user_name, platform, ownership, join_type, kind,
            kind_group, situation, link_state, enabled, compliant, last_sign_in, last_sync, removal, removed_at, removed_by,
            evidence""", FindingWriter::write);

    private static final BinaryCopy<LeftOutDevice> LEFT_OUT = new BinaryCopy<>("left_out", """
            run_id, object_id, name, platform, reason, situation, detail, ownership, kind_group, instruction""", FindingWriter::write);

    private final JdbcTemplate jdbc;

    FindingWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void addFindings(List<Finding> findings) {
        copy(FINDINGS, findings);
    }

    void addLeftOut(List<LeftOutDevice> devices) {
        copy(LEFT_OUT, devices);
    }

    private <T> void copy(BinaryCopy<T> table, List<T> rows) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            table.write(connection, rows);
            return null;
        });
    }

    /**
     * Lets the planner know of what was stored: it would take a run that it has not met for one with hardly any devices, and
     * look through all of another run's for each of them.
     */
    void makeKnown() {
        jdbc.execute("analyze finding, left_out, device_kind, device_link");
    }

    void removeFinding(long runId, UUID objectId) {
        jdbc.update("delete from finding where run_id = ? and object_id = ?", runId, objectId);
    }

    /** Notes what the portal did to a device since the run. */
    void note(long runId, VerifiedChange change) {
        if (change.kind() == VerifiedChange.Kind.DELETED) {
            note("finding", "", runId, change);
        } else {
            note("finding", ", enabled = " + change.kind().enabled(), runId, change);
        }
        note("left_out", "", runId, change);
    }

    private void note(String table, String besides, long runId, VerifiedChange change) {
        jdbc.update(
                "update " + table + " set portal_change = ?, portal_changed_at = ?, portal_verified_at = ?,"
                        + " portal_request_id = ?" + besides
                        + " where run_id = ? and object_id = ?",
                change.kind().name(),
                Sql.timestamp(change.doneAt()),
                Sql.timestamp(change.verifiedAt()),
                change.requestId(),
                runId,
                change.objectId());
    }

    /** Forgets all that a run said. */
    void clear(long runId) {
        jdbc.update("delete from finding where run_id = ?", runId);
        jdbc.update("delete from left_out where run_id = ?", runId);
    }

    private static void write(BinaryRow row, Finding finding) {
        row.add(finding.runId())
                .add(finding.objectId())
                .add(finding.deviceId())
                .add(finding.intuneId())
                .add(Sql.text(finding.name()))
                .add(text(finding.serialNumber()))
                .add(text(finding.user()))
                .add(finding.platform().name())
                .add(finding.ownership().name())
                .add(text(finding.joinType()))
                .add(finding.kind().name())
                .add(finding.kind().group().name())
                .add(finding.situation().name())
                .add(finding.linkState().name())
                .add(finding.enabled())
                .add(finding.compliant())
                .add(finding.lastSignIn())
                .add(finding.lastSync())
                .add(name(finding.removal()))
                .add(finding.removedAt())
                .add(text(finding.removedBy()))
                .add(finding.evidence().stream().map(Sql::text).toList());
    }

    private static void write(BinaryRow row, LeftOutDevice device) {
        row.add(device.runId())
                .add(device.objectId())
                .add(Sql.text(device.name()))
                .add(device.platform().name())
                .add(device.reason().name())
                .add(device.situation().name())
                .add(Sql.text(device.detail()))
                .add(name(device.ownership()))
                .add(name(device.group()))
                .add(text(device.instruction()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null ? null : Sql.text(value);
    }
}
