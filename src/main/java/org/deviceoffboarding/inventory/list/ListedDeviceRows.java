package org.deviceoffboarding.inventory.list;

/** The statements that join what pages list of devices, by {@code :run}. */
final class ListedDeviceRows {

    static final String COLUMNS = """
            run_id, object_id, device_id, name, name_key, platform, ownership_kind, trust_type, enabled, last_sign_in,
            intune_id, last_sync, heard_at, serial_number, serial_key, user_name, user_key, search_text, version, version_key,
            manufacturer, makers, model, models, other_names, users, compliant, registered, enrolled, removed_how, removed_by,
            removed_at, asked""";

    /** Devices have few versions, and to make a key of one takes its time. */
    private static final String VERSIONS = """
            with version as materialized (
                select raw, version, version_key(version) as version_key
                from (
                    select raw, regexp_replace(raw, '\\s*\\((\\d+)\\)\\s*$', '.\\1') as version
                    from (
                        select distinct e.operating_system_version as raw from entra_device e where e.run_id = :run and %1$s
                        union
                        select distinct os_version from managed_device where run_id = :run and %2$s) written
                    where raw is not null) without_brackets)
            """;

    /** What questions ask by, see V0350: from Entra, what Intune has now or, where that says nothing, what it had. */
    private static final String ASKED = """
            version.version,
                   version.version_key,
                   coalesce(e.manufacturer, m.manufacturer, k.manufacturer),
                   %1$s,
                   coalesce(e.model, m.model, k.model),
                   %2$s,
                   case when e.display_name <> rtrim(e.display_name, '. ')
                          or coalesce(m.names, k.names, '') not in ('', folded(e.display_name) || E'\\n')
                        then concat(E'\\n', folded(e.display_name), E'\\n', m.names, case when m.names is null then k.names end) end,
                   E'\\n' || nullif(concat(coalesce(m.users, k.users), coalesce(m.people, k.people)), ''), e.compliant, e.registered, m.enrolled, r.kind, lower(r.actor), r.at, true""".formatted(both("e.manufacturer", "makers"), both("e.model", "models"));

    private static final String OF_ENTRA = """
            select e.run_id, e.object_id, e.device_id, e.display_name, lower(e.display_name) collate "C" as name_key,
                   e.platform, e.ownership_kind,
                   e.trust_type, e.account_enabled, e.last_sign_in, m.intune_id, m.last_sync,
                   greatest(e.last_sign_in, m.last_sync), coalesce(m.serial_number, k.serial_number),
                   lower(coalesce(m.serial_number, k.serial_number)), coalesce(m.user_name, k.user_name),
                   lower(coalesce(m.user_name, k.user_name)),
                   lower(concat(E'\\n', e.display_name, m.texts, k.texts)),
                   %2$s
            from entra_device e
                left join (%1$s) m on m.entra_device_id = e.device_id
            """;

    /**
     * What earlier inventories knew of a record that says the same itself adds nothing. Of removals the newest counts; that a record is
     * gone was noticed after what made it go, and counts by itself only where nothing of the 30 days before does.
     */
    private static final String OF_EARLIER = """
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
                    where %2$s and not exists (
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
                        where success and entra_device_id is not null and %3$s
                        union all
                        select entra_device_id, kind, actor, at, at - interval '30 days', event_id, part
                        from removal_event
                        where run_id = :run and success and kind = 'GONE' and entra_device_id is not null and %3$s) event
                    order by entra_device_id, counted desc,
                             array_position(array['RETIRE', 'WIPE', 'DELETE', 'HIDDEN', 'GONE'], kind), event_id, part) r
                    on r.entra_device_id = e.device_id
                left join version on version.raw = coalesce(e.operating_system_version, m.version)
            where e.run_id = :run and %1$s
            """;

    /** The devices that some have in common with these, which are given by their object IDs. */
    private static final String OF_THESE =
            "(select device_id from entra_device where run_id = :run and object_id = any(:ids))";

    private ListedDeviceRows() {}

    /** Returns what selects all devices of a run, in no order. */
    static String ofAll() {
        return select("true", "entra_device_id is not null", ListedRecords.ofAll(), "true", "true");
    }

    /** Returns what selects some devices of a run, by {@code :ids}. */
    static String ofSome() {
        String theirs = "entra_device_id in " + OF_THESE;
        return select("e.object_id = any(:ids)", theirs, ListedRecords.of(theirs), "known." + theirs, theirs);
    }

    private static String select(String devices, String managed, String records, String known, String removals) {
        return VERSIONS.formatted(devices, managed)
                + OF_ENTRA.formatted(records, ASKED)
                + OF_EARLIER.formatted(devices, known, removals);
    }

    /** Returns an expression for what Entra says and what Intune says, each once if both say the same. */
    private static String both(String ofEntra, String ofIntune) {
        return """
                case when %1$s is null then E'\\n' || coalesce(m.%2$s, k.%2$s)
                     when coalesce(m.%2$s, k.%2$s, '') in ('', folded(%1$s) || E'\\n') then E'\\n' || folded(%1$s) || E'\\n'
                     else concat(E'\\n', folded(%1$s), E'\\n', coalesce(m.%2$s, k.%2$s)) end""".formatted(ofEntra, ofIntune);
    }
}
