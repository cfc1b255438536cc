package org.deviceoffboarding.evaluation.execution;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores what a run says about its devices, many at a time. */
@Repository
class FindingWriter {

    private static final int BATCH = 500;

    private static final String INSERT_FINDING = """
            insert into finding (run_id, object_id, device_id, intune_id, name, serial_number, user_name, platform,
                ownership, join_type, kind, kind_group, situation, link_state, enabled, compliant, last_sign_in,
                last_sync, removal, removed_at, removed_by, evidence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_LEFT_OUT = """
            insert into left_out (run_id, object_id, name, platform, reason, situation, detail, ownership, kind_group,
                instruction)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    FindingWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void addFindings(List<Finding> findings) {
        jdbc.batchUpdate(INSERT_FINDING, findings, BATCH, FindingWriter::setFinding);
    }

    void addLeftOut(List<LeftOutDevice> devices) {
        jdbc.batchUpdate(INSERT_LEFT_OUT, devices, BATCH, FindingWriter::setLeftOut);
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

    private static void setFinding(PreparedStatement row, Finding finding) throws SQLException {
        row.setLong(1, finding.runId());
        row.setObject(2, finding.objectId());
        row.setObject(3, finding.deviceId());
        row.setObject(4, finding.intuneId());
        row.setString(5, Sql.text(finding.name()));
        row.setString(6, text(finding.serialNumber()));
        row.setString(7, text(finding.user()));
        row.setString(8, finding.platform().name());
        row.setString(9, finding.ownership().name());
        row.setString(10, text(finding.joinType()));
        row.setString(11, finding.kind().name());
        row.setString(12, finding.kind().group().name());
        row.setString(13, finding.situation().name());
        row.setString(14, finding.linkState().name());
        row.setObject(15, finding.enabled(), Types.BOOLEAN);
        row.setObject(16, finding.compliant(), Types.BOOLEAN);
        setTime(row, 17, finding.lastSignIn());
        setTime(row, 18, finding.lastSync());
        row.setString(19, finding.removal() == null ? null : finding.removal().name());
        setTime(row, 20, finding.removedAt());
        row.setString(21, text(finding.removedBy()));
        row.setArray(
                22,
                row.getConnection()
                        .createArrayOf(
                                "text",
                                finding.evidence().stream().map(Sql::text).toArray()));
    }

    private static void setLeftOut(PreparedStatement row, LeftOutDevice device) throws SQLException {
        row.setLong(1, device.runId());
        row.setObject(2, device.objectId());
        row.setString(3, Sql.text(device.name()));
        row.setString(4, device.platform().name());
        row.setString(5, device.reason().name());
        row.setString(6, device.situation().name());
        row.setString(7, Sql.text(device.detail()));
        row.setString(8, device.ownership() == null ? null : device.ownership().name());
        row.setString(9, device.group() == null ? null : device.group().name());
        row.setString(10, text(device.instruction()));
    }

    private static void setTime(PreparedStatement row, int index, @Nullable Instant time) throws SQLException {
        row.setObject(index, time == null ? null : Sql.timestamp(time), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null ? null : Sql.text(value);
    }
}
