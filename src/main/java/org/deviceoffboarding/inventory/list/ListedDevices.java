package org.deviceoffboarding.inventory.list;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables {@code listed_device} and {@code listed_total}: what pages list of each device of a copy, with what Intune's records say of it and what earlier
 * inventories knew. Joined once for each copy, and again for each device that is corrected in it.
 */
@Component
public class ListedDevices {

    private static final String COLUMNS = """
            run_id, object_id, device_id, name, name_key, platform, ownership_kind, trust_type, enabled, last_sign_in,
            intune_id, last_sync, heard_at, serial_number, serial_key, user_name, user_key, search_text, version, version_key,
            manufacturer, makers, model, models, other_names, users, compliant, registered, enrolled, removed_how, removed_by,
            removed_at, asked""";

    /** What questions ask by, see V0350: from Entra, what Intune has now or, where that says nothing, what it had. */
    private static final String ASKED =
            """
            %3$s,
                   version_key(%3$s),
                   coalesce(e.manufacturer, m.manufacturer, k.manufacturer),
                   %1$s,
                   coalesce(e.model, m.model, k.model),
                   %2$s,
                   case when e.display_name <> rtrim(e.display_name, '. ')
                          or coalesce(m.names, k.names, '') not in ('', folded(e.display_name) || E'\\n')
                        then concat(E'\\n', folded(e.display_name), E'\\n', m.names, case when m.names is null then k.names end) end,
                   E'\\n' || nullif(concat(coalesce(m.users, k.users), coalesce(m.people, k.people)), ''), e.compliant, e.registered, m.enrolled, r.kind, lower(r.actor), r.at, true""".formatted(both("e.manufacturer", "makers"), both("e.model", "models"), version());

    /**
     * The latest record first; it is what counts where several say something. What earlier inventories knew of a record that
     * says the same itself adds nothing. Of removals the newest counts; that a record is gone was noticed after what made it go,
     * and counts by itself only where nothing of the 30 days before does.
     */
    private static final String JOINED = """
            select e.run_id, e.object_id, e.device_id, e.display_name, lower(e.display_name), e.platform, e.ownership_kind,
                   e.trust_type, e.account_enabled, e.last_sign_in, m.intune_id, m.last_sync,
                   greatest(e.last_sign_in, m.last_sync), coalesce(m.serial_number, k.serial_number),
                   lower(coalesce(m.serial_number, k.serial_number)), coalesce(m.user_name, k.user_name),
                   lower(coalesce(m.user_name, k.user_name)),
                   lower(concat(E'\\n', e.display_name, m.texts, k.texts)),
                   %5$s
            from entra_device e
                left join (
                    select entra_device_id,
                           (array_agg(intune_id order by last_sync desc nulls last, intune_id))[1] as intune_id,
                           max(last_sync) as last_sync,
                           (array_agg(serial_number order by last_sync desc nulls last, intune_id)
                               filter (where serial_number is not null))[1] as serial_number,
                           (array_agg(coalesce(user_principal_name, user_display_name)
                                      order by last_sync desc nulls last, intune_id)
                               filter (where coalesce(user_principal_name, user_display_name) is not null))[1] as user_name,
                           string_agg(concat(E'\\n' || device_name, E'\\n' || serial_number, E'\\n' || user_principal_name,
                                             E'\\n' || user_display_name), '') as texts,
                           (array_agg(os_version order by last_sync desc nulls last, intune_id)
                               filter (where os_version is not null))[1] as version,
                           (array_agg(manufacturer order by last_sync desc nulls last, intune_id)
                               filter (where manufacturer is not null))[1] as manufacturer,
                           (array_agg(model order by last_sync desc nulls last, intune_id)
                               filter (where model is not null))[1] as model,
                           max(enrolled) as enrolled,
                           string_agg(folded(nullif(device_name, '')) || E'\\n', '' order by last_sync desc nulls last, intune_id) as names,
                           string_agg(folded(manufacturer) || E'\\n', '' order by last_sync desc nulls last, intune_id) as makers,
                           string_agg(folded(model) || E'\\n', '' order by last_sync desc nulls last, intune_id) as models,
                           string_agg(folded(user_principal_name) || E'\\n', '' order by last_sync desc nulls last, intune_id) as users,
                           string_agg(folded(user_display_name) || E'\\n', '' order by last_sync desc nulls last, intune_id) as people
                    from managed_device
                    where run_id = :run and %2$s
                    group by entra_device_id) m on m.entra_device_id = e.device_id
                left join (
                    select known.entra_device_id,
                           (array_agg(known.serial_number order by known.gone_at desc nulls first, known.intune_id)
                               filter (where known.serial_number is not null))[1] as serial_number,
                           (array_agg(coalesce(known.user_principal_name, known.user_display_name)
                                      order by known.gone_at desc nulls first, known.intune_id)
                               filter (where coalesce(known.user_principal_name, known.user_display_name) is not null))[1]
                               as user_name,
                           string_agg(concat(E'\\n' || known.serial_number, E'\\n' || known.user_principal_name,
                                             E'\\n' || known.user_display_name), '') as texts,
                           (array_agg(known.manufacturer order by known.gone_at desc nulls first, known.intune_id)
                               filter (where known.manufacturer is not null))[1] as manufacturer,
                           (array_agg(known.model order by known.gone_at desc nulls first, known.intune_id)
                               filter (where known.model is not null))[1] as model,
                           string_agg(folded(nullif(known.device_name, '')) || E'\\n', '' order by known.gone_at desc nulls first, known.intune_id)
                               as names,
                           string_agg(folded(known.manufacturer) || E'\\n', '' order by known.gone_at desc nulls first, known.intune_id)
                               as makers,
                           string_agg(folded(known.model) || E'\\n', '' order by known.gone_at desc nulls first, known.intune_id)
                               as models,
                           string_agg(folded(known.user_principal_name) || E'\\n', ''
                               order by known.gone_at desc nulls first, known.intune_id) as users,
                           string_agg(folded(known.user_display_name) || E'\\n', ''
                               order by known.gone_at desc nulls first, known.intune_id) as people
                    from former_record known
                    where %3$s and not exists (
                        select from managed_device now
                        where now.run_id = :run and now.intune_id = known.intune_id
                          and now.entra_device_id = known.entra_device_id
                          and (known.serial_number is null or now.serial_number = known.serial_number)
                          and (known.user_principal_name is null or now.user_principal_name = known.user_principal_name)
                          and (known.user_display_name is null or now.user_display_name = known.user_display_name)
                          and (known.manufacturer is null or now.manufacturer = known.manufacturer)
                          and (known.model is null or now.model = known.model))
                    group by known.entra_device_id) k on k.entra_device_id = e.device_id
                left join (
                    select distinct on (entra_device_id) entra_device_id, kind, actor, at
                    from (
                        select entra_device_id, kind, actor, at, at as counted, event_id, part
                        from known_removal_event
                        where success and entra_device_id is not null and %4$s
                        union all
                        select entra_device_id, kind, actor, at, at - interval '30 days', event_id, part
                        from removal_event
                        where run_id = :run and success and kind = 'GONE' and entra_device_id is not null and %4$s) event
                    order by entra_device_id, counted desc,
                             array_position(array['RETIRE', 'WIPE', 'DELETE', 'HIDDEN', 'GONE'], kind), event_id, part) r
                    on r.entra_device_id = e.device_id
            where e.run_id = :run and %1$s
            """;

    /** Where they stood is remembered for whoever reads the inventory's list to its end meanwhile, see {@link DeviceExports}. */
    private static final String REMOVED = """
            with gone as (
                delete from listed_device where run_id = :run and object_id = any(:ids)
                returning run_id, object_id, device_id, name_key, platform, ownership_kind, trust_type, enabled, last_sign_in,
                    intune_id, last_sync, serial_key, user_key),
            kept as (
                insert into relisted_device (run_id, object_id, device_id, name_key, platform, ownership_kind, trust_type, enabled,
                    last_sign_in, intune_id, last_sync, serial_key, user_key)
                select * from gone where exists (select from inventory where run_id = :run and published_at is not null))
            select count(*) from gone
            """;

    private static final String OF_THESE =
            "(select device_id from entra_device where run_id = :run and object_id = any(:ids))";

    /** So many are listed anew while somebody waits for an answer. */
    private static final int AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final CopyTables tables;

    ListedDevices(JdbcClient jdbc, CopyTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** Lists all devices of a copy that was read to its end, in the order of their names. May be repeated. Not in a transaction. */
    public void make(long runId) {
        if (tables.isAttached(runId, CopyTables.LISTED)) {
            return;
        }
        tables.fill(
                runId,
                CopyTables.LISTED,
                "insert into " + CopyTables.of(CopyTables.LISTED, runId) + " (" + COLUMNS + ") "
                        + JOINED.formatted("true", "entra_device_id is not null", "true", "true", ASKED)
                                .replace(":run", Long.toString(runId))
                        + " order by lower(e.display_name) collate \"C\", e.object_id");
        total(runId);
        tables.attach(runId, CopyTables.LISTED);
        tables.vacuum(runId, CopyTables.LISTED);
    }

    /** Counts a copy's devices once: from then on each change adds a row, so that nobody waits for another to count. */
    private void total(long runId) {
        jdbc.sql("delete from listed_total where run_id = :run or run_id not in (select run_id from inventory)")
                .param("run", runId)
                .update();
        jdbc.sql("insert into listed_total (run_id, devices) select :run, count(*) from "
                        + CopyTables.of(CopyTables.LISTED, runId))
                .param("run", runId)
                .update();
    }

    /** Lists some devices of a copy anew, by their object IDs, as they are in it now, which may be: not at all. */
    @Transactional
    public void renew(long runId, Collection<UUID> objectIds) {
        UUID[] ids = objectIds.toArray(UUID[]::new);
        int before = jdbc.sql(REMOVED)
                .param("run", runId)
                .param("ids", ids)
                .query(Integer.class)
                .single();
        int after = jdbc.sql("insert into listed_device (" + COLUMNS + ") "
                        + JOINED.formatted(
                                "e.object_id = any(:ids)",
                                "entra_device_id in " + OF_THESE,
                                "known.entra_device_id in " + OF_THESE,
                                "entra_device_id in " + OF_THESE,
                                ASKED))
                .param("run", runId)
                .param("ids", ids)
                .update();
        if (after != before) {
            jdbc.sql("""
                    insert into listed_total (run_id, devices)
                    select :run, :more where exists (select from listed_total where run_id = :run)
                    """).param("run", runId).param("more", after - before).update();
        }
    }

    /** Lists devices anew that records were found of, by their device IDs. */
    @Transactional
    public void renewByDeviceId(long runId, Collection<UUID> deviceIds) {
        renew(runId, devices("device_id = any(:ids)", runId, deviceIds));
    }

    /** Lists devices anew that records were found of, by their Intune IDs. */
    @Transactional
    public void renewByRecord(long runId, Collection<UUID> intuneIds) {
        String ofThese = "(select entra_device_id from managed_device where run_id = :run and intune_id = any(:ids))";
        renew(runId, devices("device_id in " + ofThese, runId, intuneIds));
    }

    /**
     * Fills what questions ask by where a portal of the version before left it, if that is not much; returns whether all is filled.
     * While nobody corrects the copy.
     */
    @Transactional
    public boolean complete(long runId) {
        List<UUID> left = jdbc.sql("select object_id from listed_device where run_id = :run and not asked limit :most")
                .param("run", runId)
                .param("most", AT_ONCE + 1)
                .query(UUID.class)
                .list();
        if (!left.isEmpty() && left.size() <= AT_ONCE) {
            renew(runId, left);
        }
        return left.size() <= AT_ONCE;
    }

    /** Returns whether {@link #complete} would fill it: not where too much is left. */
    public boolean canComplete(long runId) {
        return jdbc.sql(
                                "select count(*) from (select from listed_device where run_id = :run and not asked limit :most) few")
                        .param("run", runId)
                        .param("most", AT_ONCE + 1)
                        .query(Long.class)
                        .single()
                <= AT_ONCE;
    }

    /** Returns whether what questions ask by is filled for all devices of a copy. */
    public boolean isComplete(long runId) {
        return !jdbc.sql("select exists (select from listed_device where run_id = :run and not asked)")
                .param("run", runId)
                .query(Boolean.class)
                .single();
    }

    /** Of devices that joined a domain Entra has the build of Windows in brackets: "10.0 (22621)". */
    private static String version() {
        return "regexp_replace(coalesce(e.operating_system_version, m.version), '\\s*\\((\\d+)\\)\\s*$', '.\\1')";
    }

    /** Returns an expression for what Entra says and what Intune says, each once if both say the same. */
    private static String both(String ofEntra, String ofIntune) {
        return """
                case when %1$s is null then E'\\n' || coalesce(m.%2$s, k.%2$s)
                     when coalesce(m.%2$s, k.%2$s, '') in ('', folded(%1$s) || E'\\n') then E'\\n' || folded(%1$s) || E'\\n'
                     else concat(E'\\n', folded(%1$s), E'\\n', coalesce(m.%2$s, k.%2$s)) end""".formatted(ofEntra, ofIntune);
    }

    private List<UUID> devices(String condition, long runId, Collection<UUID> ids) {
        return jdbc.sql("select object_id from entra_device where run_id = :run and " + condition)
                .param("run", runId)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
