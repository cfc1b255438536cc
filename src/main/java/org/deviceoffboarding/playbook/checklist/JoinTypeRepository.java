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
                select coalesce(sum(devices) filter (where join_type ilike 'AzureAd'), 0) as joined,
                       coalesce(sum(devices) filter (where join_type ilike 'Workplace'), 0) as registered,
                       coalesce(sum(devices) filter (where join_type ilike 'ServerAd'), 0) as hybrid,
                       coalesce(sum(devices) filter (where join_type is null
                           or join_type not ilike all (array['AzureAd', 'Workplace', 'ServerAd'])), 0) as unknown
                from (
                    select f.join_type, count(*) as devices
                    from suggested_device f
                    where f.suggestion_id = :suggestion
                    group by f.join_type) counted
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
