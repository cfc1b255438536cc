package org.deviceoffboarding.remediation.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.VersionedSettings;
import org.deviceoffboarding.base.setting.SettingVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RemediationRulesRepository {

    private final VersionedSettings<SavedRemediationRules> versions;

    RemediationRulesRepository(JdbcClient jdbc) {
        this.versions = new VersionedSettings<>(
                jdbc,
                "remediation_rules",
                SavedRemediationRules.DEFAULTS,
                RemediationRulesRepository::toRules,
                "Someone else changed the rules");
    }

    /** Returns all that were saved. */
    SettingVersions<SavedRemediationRules> versions() {
        return new SettingVersions<>(
                versions, (before, now) -> new RemediationRulesChanged(before.rules(), now.rules()).changes());
    }

    SavedRemediationRules newest() {
        return versions.newest();
    }

    /** @throws ChangedMeanwhileException if there is a newer version */
    void requireNewest(long version) {
        versions.requireNewest(version);
    }

    /** @throws ChangedMeanwhileException if there are newer ones than the version before; the transaction is then of no more use */
    SavedRemediationRules add(long versionBefore, RemediationRules rules, Actor actor, Instant now) {
        return versions.add(
                versionBefore,
                Map.of(
                        "approval_from", rules.approvalFrom(),
                        "per_request", rules.perRequest(),
                        "per_day", rules.perDay()),
                new VersionedSettings.Saved(actor, now));
    }

    private static SavedRemediationRules toRules(ResultSet row, int number) throws SQLException {
        return new SavedRemediationRules(
                row.getLong("version"),
                new RemediationRules(row.getInt("approval_from"), row.getInt("per_request"), row.getInt("per_day")),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instant(row, "saved_at"));
    }
}
