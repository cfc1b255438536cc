package org.deviceoffboarding.evaluation.retention;

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

/** Keeps how long results are kept. */
@Repository
class RetentionRepository {

    private final VersionedSettings<Retention> versions;

    RetentionRepository(JdbcClient jdbc) {
        this.versions = new VersionedSettings<>(
                jdbc,
                "result_retention",
                Retention.DEFAULT,
                RetentionRepository::toRetention,
                "Somebody else has changed meanwhile how long results are kept. Nothing was saved: open the page again and repeat your change.");
    }

    /** Returns all that were saved. */
    SettingVersions<Retention> versions() {
        return new SettingVersions<>(versions, RetentionChanged::words);
    }

    Retention newest() {
        return versions.newest();
    }

    /** @throws org.deviceoffboarding.base.ChangedMeanwhileException if there are newer ones; the transaction is then of no more use */
    Retention add(long versionBefore, int days, Actor actor, Instant now) {
        return versions.add(versionBefore, Map.of("keep_days", days), new VersionedSettings.Saved(actor, now));
    }

    private static Retention toRetention(ResultSet row, int number) throws SQLException {
        return new Retention(
                row.getLong("version"),
                row.getInt("keep_days"),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instant(row, "saved_at"));
    }
}
