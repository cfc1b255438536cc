package org.deviceoffboarding.suggestion;

import java.util.Optional;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds which devices suggestions are about, without counting how far people have come with them. */
@Repository
class SuggestedSortRepository {

    private final JdbcClient jdbc;

    SuggestedSortRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SuggestedSort> get(long suggestionId) {
        return jdbc.sql("select run_id, situation, platform, ownership, kind_group from suggestion where id = :id")
                .param("id", suggestionId)
                .query((row, number) -> new SuggestedSort(
                        row.getLong("run_id"),
                        Situation.valueOf(row.getString("situation")),
                        Platform.valueOf(row.getString("platform")),
                        Ownership.valueOf(row.getString("ownership")),
                        KindGroup.valueOf(row.getString("kind_group"))))
                .optional();
    }
}
