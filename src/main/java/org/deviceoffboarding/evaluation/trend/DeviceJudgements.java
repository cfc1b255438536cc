package org.deviceoffboarding.evaluation.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What runs said of single devices. */
@Service
@May(Capability.READ)
public class DeviceJudgements {

    private final JdbcClient jdbc;

    DeviceJudgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns what each completed run said of a device whose result is kept, the oldest first; at most the newest 1,000. One row of each table for
     * each run, by its key: a run can have many findings.
     */
    public List<Judged> of(UUID objectId) {
        return jdbc.sql("""
                select r.id, r.at, f.situation, f.confirmed_at, l.reason
                from (select id, coalesce(finished_at, requested_at) as at from evaluation_run where status = 'COMPLETED' and forgotten_at is null
                      order by id desc limit 1000) r
                    left join lateral (select situation, confirmed_at from finding
                        where run_id = r.id and object_id = :object limit 1) f on true
                    left join lateral (select reason from left_out
                        where run_id = r.id and object_id = :object limit 1) l on true
                order by r.id
                """)
                .param("object", objectId)
                .query(DeviceJudgements::toJudged)
                .list();
    }

    /** Returns whether there were results before that are no longer kept. */
    public boolean someAreForgotten() {
        return jdbc.sql(
                        "select exists (select from evaluation_run where forgotten_at is not null and removed_at is null)")
                .query(Boolean.class)
                .single();
    }

    private static Judged toJudged(ResultSet row, int number) throws SQLException {
        String situation = row.getString("situation");
        String reason = row.getString("reason");
        return new Judged(
                row.getLong("id"),
                Sql.instant(row, "at"),
                situation == null ? null : Situation.valueOf(situation),
                reason == null ? null : LeftOutReason.valueOf(reason),
                row.getTimestamp("confirmed_at") == null ? null : Sql.instant(row, "confirmed_at"));
    }

    /**
     * What one run said of a device.
     *
     * @param at when its result began to count
     * @param situation that it is flagged for; null where it is not
     * @param leftOut why it was not suggested though a situation held for it; null where none did
     * @param confirmedAt when Intune, asked by key, had no record of it; null where that was not asked
     */
    public record Judged(
            long runId,
            Instant at,
            @Nullable Situation situation,
            @Nullable LeftOutReason leftOut,
            @Nullable Instant confirmedAt) {

        /** Returns whether this run said the same as another. */
        public boolean sameAs(Judged other) {
            return Objects.equals(situation, other.situation) && Objects.equals(leftOut, other.leftOut);
        }
    }
}
