package org.deviceoffboarding.playbook.checklist;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.suggestion.Suggestion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JoinTypeRepository {

    /** Of so many devices and more it takes long to count them. */
    private static final int MANY = 10_000;

    /** So many suggestions' counts are kept. */
    private static final int KEPT = 1_000;

    private final JdbcClient jdbc;
    private final Map<Counted, JoinTypes> kept = new ConcurrentHashMap<>();

    JoinTypeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the devices of a suggestion, of whichever run: of many once, since what a run found stays as it is. */
    JoinTypes of(Suggestion suggestion) {
        if (suggestion.devices() < MANY) {
            return count(suggestion.id());
        }
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        Counted counted = new Counted(suggestion.id(), suggestion.runId(), suggestion.devices());
        JoinTypes known = kept.get(counted);
        if (known == null) { // counted outside of the map, which others would wait for
            known = count(suggestion.id());
            kept.put(counted, known);
        }
        return known;
    }

    /** IDs are given again where a backup is restored while the portal runs. */
    private record Counted(long suggestionId, long runId, int devices) {}

    /** Reads what suggestion declares. */
    private JoinTypes count(long suggestionId) {
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
