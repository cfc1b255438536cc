package org.deviceoffboarding.playbook.checklist;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JoinTypeRepository {

    private final JdbcClient jdbc;

    JoinTypeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the devices of a suggestion, of whichever run. Reads what suggestion declares. */
    JoinTypes of(long suggestionId) {
        return jdbc.sql("""
                select count(*) filter (where f.join_type ilike 'AzureAd') as joined,
                       count(*) filter (where f.join_type ilike 'Workplace') as registered,
                       count(*) filter (where f.join_type ilike 'ServerAd') as hybrid,
                       count(*) filter (where f.join_type is null
                                        or f.join_type not ilike all (array['AzureAd', 'Workplace', 'ServerAd'])) as unknown
                from suggested_device f
                where f.suggestion_id = :suggestion
                """)
                .param("suggestion", suggestionId)
                .query((row, number) -> new JoinTypes(
                        row.getLong("joined"),
                        row.getLong("registered"),
                        row.getLong("hybrid"),
                        row.getLong("unknown")))
                .single();
    }
}
