package org.deviceoffboarding.instruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every version of the custom instructions. */
@Repository
class InstructionRepository {

    private final JdbcClient jdbc;

    InstructionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    InstructionVersion newest() {
        return jdbc.sql("select * from instruction_version order by version desc limit 1")
                .query(InstructionRepository::toVersion)
                .optional()
                .orElse(InstructionVersion.NONE);
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such version; 0 is what there is before the first */
    InstructionVersion get(long version) {
        return version == InstructionVersion.NONE.version()
                ? InstructionVersion.NONE
                : jdbc.sql("select * from instruction_version where version = :version")
                        .param("version", version)
                        .query(InstructionRepository::toVersion)
                        .single();
    }

    /** Returns versions, the newest first. */
    List<InstructionVersion> find(Pageable page) {
        return jdbc.sql("select * from instruction_version order by version desc limit :limit offset :offset")
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(InstructionRepository::toVersion)
                .list();
    }

    /**
     * Adds a version after the one before.
     *
     * @throws InstructionsChangedMeanwhileException if there is one already; the transaction is then of no more use
     */
    InstructionVersion add(long versionBefore, String text, int sentences, Actor actor, Instant now) {
        if (newest().version() != versionBefore) {
            throw new InstructionsChangedMeanwhileException();
        }
        try {
            return jdbc.sql("""
                    insert into instruction_version (version, text, sentences, saved_at, saved_by_id, saved_by_name)
                    values (:version, :text, :sentences, :now, :actorId, :actorName)
                    returning *
                    """)
                    .param("version", versionBefore + 1)
                    .param("text", text)
                    .param("sentences", sentences)
                    .param("now", Sql.timestamp(now))
                    .param("actorId", actor.id())
                    .param("actorName", Sql.text(actor.name()))
                    .query(InstructionRepository::toVersion)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new InstructionsChangedMeanwhileException();
        }
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
