package org.deviceoffboarding.audit.reading;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deviceoffboarding.base.FilterParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds out which words the texts of a filter have, and which people and devices they name. */
@Repository
class NameSearch {

    /** So many devices of one name, and so many entries of devices that a text names. */
    private static final int MOST = 1_000;

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcClient jdbc;
    private final WordSearch words;

    NameSearch(JdbcClient jdbc, WordSearch words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    FoundNames find(AuditFilter filter) {
        String text = filter.text().strip();
        return new FoundNames(
                text.isEmpty() ? SearchedWords.NONE : words.of(text),
                text.isEmpty() ? new String[0] : called(text),
                text.isEmpty() ? new Long[0] : entries(devices(text)),
                filter.device().isBlank()
                        ? new UUID[0]
                        : devices(filter.device().strip()));
    }

    /** Returns the IDs of the people whose names have a text, as they are called now. */
    private String[] called(String text) {
        return jdbc.sql("select id from person_name where name ilike :pattern")
                .params(FilterParameters.search(text).values())
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    /** Returns the object IDs of the devices that a text names whole: one device by an ID, those that were ever called so by a name. */
    private UUID[] devices(String text) {
        return jdbc.sql(ID.matcher(text).matches() ? """
                                select cast(:id as uuid) union
                                select object_id from audit_entry_device where device_id = cast(:id as uuid)
                                """ : """
                                select distinct object_id from audit_entry_device
                                where lower(name) = lower(:id) and name <> '' limit 1000
                                """)
                .param("id", text)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    private Long[] entries(UUID[] objects) {
        if (objects.length == 0) {
            return new Long[0];
        }
        List<Long> newest = jdbc.sql("""
                select newest.entry_id from unnest(cast(:objects as uuid[])) o(id) cross join lateral (
                    select entry_id from audit_entry_device where object_id = o.id order by entry_id desc limit :most) newest
                order by entry_id desc limit :most
                """)
                .params(Map.of("objects", objects, "most", MOST))
                .query(Long.class)
                .list();
        return newest.toArray(Long[]::new);
    }
}
