package org.deviceoffboarding.instruction.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.VersionedSettings;
import org.deviceoffboarding.base.setting.SettingVersions;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every version of the custom instructions. */
@Repository
class InstructionRepository {

    private final VersionedSettings<InstructionVersion> versions;

    InstructionRepository(JdbcClient jdbc) {
        this.versions = new VersionedSettings<>(
                jdbc,
                "instruction_version",
                InstructionVersion.NONE,
                InstructionRepository::toVersion,
                "Nothing was saved: somebody else saved other instructions meanwhile. Copy your text, reload the page to see"
                        + " theirs, and add yours to it.");
    }

    InstructionVersion newest() {
        return versions.newest();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such version; 0 is what there is before the first */
    InstructionVersion get(long version) {
        return versions.get(version);
    }

    /** Returns all that were saved and are kept. */
    SettingVersions<InstructionVersion> versions() {
        return new SettingVersions<>(versions, InstructionDifference::words);
    }

    /**
     * Adds a version after the one before.
     *
     * @throws ChangedMeanwhileException if there is one already; the transaction is then of no more use
     */
    InstructionVersion add(long versionBefore, String text, int sentences, Actor actor, Instant now) {
        return versions.add(
                versionBefore, Map.of("text", text, "sentences", sentences), new VersionedSettings.Saved(actor, now));
    }

    /** Returns whether there are instructions, or a version before: what an agent's removal left is no more than an empty one. */
    boolean any() {
        return newest().sentences() > 0
                || versions.history(PageRequest.of(0, 2)).size() > 1;
    }

    /** Forgets all versions before one. */
    void forgetBefore(long version) {
        versions.forgetBefore(version);
    }

    private static InstructionVersion toVersion(ResultSet row, int number) throws SQLException {
        return new InstructionVersion(
                row.getLong("version"),
                row.getString("text"),
                row.getInt("sentences"),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instant(row, "saved_at"));
    }
}
