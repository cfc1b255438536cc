package org.deviceoffboarding.bench.pages;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deviceoffboarding.bench.scale.MeasuredPortal;
import org.deviceoffboarding.bench.scale.MeasuredTenant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A result with one large suggestion, made by a run of the portal, and many devices that were removed. */
final class LargeResult {

    /** Whatever is silent is one suggestion's, as in a company with one sort of laptops. */
    private static final String ONE_SORT = """
            create function one_sort() returns trigger language plpgsql as $$
            begin
                if new.situation = 'SILENT_EVERYWHERE' then
                    new.platform := 'WINDOWS';
                    new.ownership := 'CORPORATE';
                    new.kind_group := 'ORDINARY';
                end if;
                return new;
            end $$;
            create trigger one_sort before insert on finding for each row execute function one_sort()
            """;

    private LargeResult() {}

    static void of(MeasuredPortal portal, MeasuredTenant tenant) throws IOException {
        JdbcClient jdbc = portal.jdbc();
        jdbc.sql(ONE_SORT).update();
        System.out.println("a run: " + portal.run(tenant));
        jdbc.sql("drop function one_sort cascade").update();
        jdbc.sql("analyze").update();
    }

    /** Returns the pages to measure, by name. */
    static Map<String, String> paths(JdbcClient jdbc) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("Overview", "/");
        paths.put("Devices", "/devices");
        paths.put("Suggestions", "/suggestions");
        paths.put(
                "the largest suggestion",
                "/suggestions/" + one(jdbc, "select id from suggestion order by devices desc limit 1"));
        paths.put("Removed devices", "/removed");
        paths.put("Deleted devices", "/removed/deleted");
        paths.put("Left out", "/runs/" + one(jdbc, "select max(id) from evaluation_run"));
        paths.put("a device", "/devices/" + one(jdbc, "select object_id from finding order by object_id limit 1"));
        return paths;
    }

    private static String one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Object.class).single().toString();
    }
}
