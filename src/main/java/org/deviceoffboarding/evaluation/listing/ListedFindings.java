package org.deviceoffboarding.evaluation.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.ResultPart;
import org.deviceoffboarding.inventory.DeviceCorrected;
import org.deviceoffboarding.removed.VerifiedChange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables {@code finding_list} and {@code listed_finding}: the findings of long suggestions, as pages need them. Of the result that
 * counts, and the one before, which somebody may still look at; shorter lists are sorted when they are asked for.
 */
@Component
@Order(50)
public class ListedFindings implements ResultPart {

    static final String TABLE = "listed_finding";

    private static final String LISTS = "finding_list";

    private static final String COLUMNS = """
            list, object_id, device_id, intune_id, name_key, serial_key, user_key, why_key, enabled, last_sign_in, search_text""";

    private static final String ROWS = """
            select l.list, f.object_id, f.device_id, f.intune_id, lower(f.name) collate "C" as name_key, lower(f.serial_number),
                   lower(coalesce(f.user_name, f.registered_owner)), left(f.evidence[1], 60), f.enabled, f.last_sign_in,
                   lower(concat(f.name, E'\\n' || f.serial_number, E'\\n' || f.user_name, E'\\n' || f.registered_owner))
            from finding f join finding_list l using (run_id, situation, platform, ownership, kind_group)
            where f.run_id = %d
            order by l.list, name_key, f.object_id
            """;

    private static final List<String> INDEXES = List.of(
            "(list, name_key, object_id)",
            "(list, serial_key, name_key, object_id)",
            "(list, user_key, name_key, object_id)",
            "(list, why_key, name_key, object_id)",
            "(list, enabled, name_key, object_id)",
            "(list, last_sign_in, name_key, object_id)",
            "(object_id)",
            "(device_id)",
            "(intune_id)",
            "using gin (search_text gin_trgm_ops)");

    private final JdbcClient jdbc;
    private final ListTables tables;
    private final int few;

    @Autowired
    ListedFindings(JdbcClient jdbc, ListTables tables) {
        this(jdbc, tables, IndexedRows.FEW);
    }

    /** @param few longer lists are kept */
    ListedFindings(JdbcClient jdbc, ListTables tables, int few) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.few = few;
    }

    /** Returns the list of those that a filter means, whatever its text, if it is kept. */
    public Optional<FindingList> find(long runId, FindingFilter filter) {
        if (filter.situation() == null
                || filter.platform() == null
                || filter.ownership() == null
                || filter.group() == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select list, devices from finding_list
                where run_id = :run and situation = :situation and platform = :platform and ownership = :ownership
                  and kind_group = :group
                """)
                .param("run", runId)
                .param("situation", filter.situation().name())
                .param("platform", filter.platform().name())
                .param("ownership", filter.ownership().name())
                .param("group", filter.group().name())
                .query((row, number) -> new FindingList(runId, row.getInt("list"), row.getLong("devices")))
                .optional();
    }

    @Override
    public Prepared prepare(long runId, Consumer<Runnable> held) {
        tables.dropUnknown(TABLE, LISTS);
        held.accept(() -> make(runId));
        if (hasLists(runId)) {
            tables.vacuum(TABLE, runId);
        }
        return () -> tables.forgetBefore(LISTS, runId);
    }

    /** In a transaction, so that there is a list only with its table. */
    private void make(long runId) {
        discard(runId);
        int lists = jdbc.sql("""
                insert into finding_list (run_id, list, situation, platform, ownership, kind_group, devices)
                select :run, row_number() over (order by count(*) desc), situation, platform, ownership, kind_group, count(*)
                from finding where run_id = :run
                group by situation, platform, ownership, kind_group having count(*) > :few
                """).param("run", runId).param("few", few).update();
        if (lists > 0) {
            tables.make(TABLE, runId, COLUMNS, ROWS.formatted(runId), INDEXES);
        }
    }

    @Override
    public void discard(long runId) {
        tables.forget(LISTS, runId);
    }

    @EventListener
    void on(DeviceCorrected event) {
        if (event.change().kind() != VerifiedChange.Kind.DELETED && hasLists(event.runId())) {
            jdbc.sql("update " + ListTables.of(TABLE, event.runId())
                            + " set enabled = :enabled where object_id = :object")
                    .param("enabled", event.change().kind().enabled())
                    .param("object", event.change().objectId())
                    .update();
        }
    }

    /**
     * Drops the tables of runs without a list. What is still read stays until the next run. Not in a transaction.
     *
     * @return whether all of them are gone
     */
    public boolean dropUnknown() {
        return tables.dropUnknown(TABLE, LISTS);
    }

    private boolean hasLists(long runId) {
        return jdbc.sql("select exists (select from finding_list where run_id = :run)")
                .param("run", runId)
                .query(Boolean.class)
                .single();
    }
}
