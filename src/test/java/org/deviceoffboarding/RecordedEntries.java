package org.deviceoffboarding;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the audit log holds beside its sentences, for tests. */
public final class RecordedEntries {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public RecordedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the details of the newest entry of an action. */
    public Map<String, Object> details(String action) {
        return all(action).getLast();
    }

    /** Returns the details of all entries of an action, the oldest first. */
    public List<Map<String, Object>> all(String action) {
        return jdbc.sql("select details::text from audit_entry where action = :action order by id")
                .param("action", action)
                .query((row, number) -> JsonMapper.shared().readValue(row.getString(1), DETAILS))
                .list();
    }

    /** Returns how the newest entry of an action says that it came out. */
    public String result(String action) {
        return jdbc.sql("select result from audit_entry where action = :action order by id desc limit 1")
                .param("action", action)
                .query(String.class)
                .single();
    }

    /** Returns the actions whose entries concern a device, the oldest first. */
    public List<String> trail(UUID device) {
        return jdbc.sql("""
                select e.action from audit_entry e join audit_entry_device d on d.entry_id = e.id
                where d.object_id = :device order by e.id
                """).param("device", device).query(String.class).list();
    }
}
