package org.deviceoffboarding.remediation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RemediationRulesRepository {

    private final JdbcClient jdbc;

    RemediationRulesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SavedRemediationRules newest() {
        return jdbc.sql("select * from remediation_rules order by version desc limit 1")
                .query(RemediationRulesRepository::toRules)
                .optional()
                .orElse(SavedRemediationRules.DEFAULTS);
    }

    /** @throws OptimisticLockingFailureException if there are newer ones than the version before */
    void add(long versionBefore, RemediationRules rules, Actor actor, Instant now) {
        if (newest().version() != versionBefore) {
            throw new OptimisticLockingFailureException("Someone else changed the rules");
        }
        try {
            jdbc.sql("""
                    insert into remediation_rules (version, saved_at, saved_by_id, saved_by_name, approval_from,
                        per_request, per_day)
                    values (:version, :now, :byId, :byName, :from, :request, :day)
                    """)
                    .param("version", versionBefore + 1)
                    .param("now", Sql.timestamp(now))
                    .param("byId", actor.id())
                    .param("byName", Sql.text(actor.name()))
                    .param("from", rules.approvalFrom())
                    .param("request", rules.perRequest())
                    .param("day", rules.perDay())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("Someone else changed the rules", e);
        }
    }

    private static SavedRemediationRules toRules(ResultSet row, int number) throws SQLException {
        return new SavedRemediationRules(
                row.getLong("version"),
                new RemediationRules(row.getInt("approval_from"), row.getInt("per_request"), row.getInt("per_day")),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instant(row, "saved_at"));
    }
}
