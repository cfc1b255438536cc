package org.deviceoffboarding.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deviceoffboarding.EarlierVersion;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.content.EntryContent;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.deviceoffboarding.base.Sql;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Entries that an earlier version chained by hashes are taken over into the sealed log, and what their chain was like is kept. */
class TakenOverEntriesTest {

    private static final String BEFORE = "220";

    private static final ObjectMapper JSON = JsonMapper.shared();

    @Test
    void whatAnEarlierVersionLeftBehindIsTakenOver() {
        String url = new EarlierVersion().createDatabase();
        JdbcClient jdbc = EarlierVersion.jdbc(url);
        long before = count(jdbc);

        migrate(url, MigrationVersion.LATEST);

        assertThat(before).isPositive();
        assertThat(said(jdbc))
                .isEqualTo(
                        "DONE Took over " + before + " entries into the sealed log; their chain of hashes was intact");
        everyHashIsThatOfWhatTheEntrySays(jdbc);
    }

    @Test
    void textsOfEveryKindHaveTheHashesThatJavaMakesOfThem() {
        String url = TestDatabase.create();
        migrate(url, MigrationVersion.fromVersion(BEFORE));
        JdbcClient jdbc = EarlierVersion.jdbc(url);
        List<String> texts = List.of(
                "He said \"no\"",
                "C:\\temp\\new",
                "a/b </script> & 'c'",
                "\b\t\n\f\r\u0001\u001f\u007f\u0085",
                "\u2028\u2029\u00e9\u20ac\ufffd\uffff",
                "\ud83d\udda5\ufe0f \ud83d\udc69\u200d\ud83d\udcbb",
                "{\"a\":1}",
                " ");
        for (String text : texts) {
            add(jdbc, text);
        }
        String last = jdbc.sql("select encode(hash, 'hex') from audit_entry order by id desc limit 1")
                .query(String.class)
                .single();

        migrate(url, MigrationVersion.LATEST);

        assertThat(said(jdbc)).endsWith("Took over 8 entries into the sealed log; their chain of hashes was intact");
        assertThat(details(jdbc)).isEqualTo(Map.of("entries", 8L, "lastHash", last));
        everyHashIsThatOfWhatTheEntrySays(jdbc);
        assertThat(jdbc.sql("select summary from audit_entry order by id limit 8")
                        .query(String.class)
                        .list())
                .isEqualTo(texts);
    }

    @Test
    void aBrokenChainIsTakenOverAsItIsAndSaidSo() {
        String url = TestDatabase.create();
        migrate(url, MigrationVersion.fromVersion(BEFORE));
        JdbcClient jdbc = EarlierVersion.jdbc(url);
        for (int i = 1; i <= 5; i++) {
            add(jdbc, "Lit the lamp " + i);
        }
        jdbc.sql("alter table audit_entry disable trigger user").update();
        jdbc.sql("update audit_entry set summary = 'Broke the lamp' where id = 3")
                .update();
        jdbc.sql("alter table audit_entry enable trigger user").update();

        migrate(url, MigrationVersion.LATEST);

        assertThat(said(jdbc))
                .isEqualTo(
                        "FAILED Took over 5 entries into the sealed log; their chain of hashes was broken at entry 3");
        assertThat(details(jdbc)).containsEntry("firstChanged", 3L);
        everyHashIsThatOfWhatTheEntrySays(jdbc);
    }

    @Test
    void aRemovedEntryIsMissedWhereTheNextOneFollows() {
        String url = TestDatabase.create();
        migrate(url, MigrationVersion.fromVersion(BEFORE));
        JdbcClient jdbc = EarlierVersion.jdbc(url);
        for (int i = 1; i <= 5; i++) {
            add(jdbc, "Lit the lamp " + i);
        }
        jdbc.sql("alter table audit_entry disable trigger user").update();
        jdbc.sql("delete from audit_entry where id = 2").update();
        jdbc.sql("alter table audit_entry enable trigger user").update();

        migrate(url, MigrationVersion.LATEST);

        assertThat(said(jdbc))
                .endsWith("Took over 4 entries into the sealed log; their chain of hashes was broken at entry 3");
        whatComesNextIsBehind(jdbc);
    }

    @Test
    void aNewDatabaseBeginsItsLog() {
        String url = TestDatabase.create();
        migrate(url, MigrationVersion.LATEST);
        JdbcClient jdbc = EarlierVersion.jdbc(url);

        assertThat(said(jdbc)).isEqualTo("DONE Began the audit log");
        everyHashIsThatOfWhatTheEntrySays(jdbc);
    }

    private static void whatComesNextIsBehind(JdbcClient jdbc) {
        long last =
                jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
        assertThat(jdbc.sql("select nextval('audit_entry_id')")
                        .query(Long.class)
                        .single())
                .isGreaterThan(last);
    }

    private static void everyHashIsThatOfWhatTheEntrySays(JdbcClient jdbc) {
        TreeHash hash = new TreeHash();
        assertThat(jdbc.sql("select *, details::text as json from audit_entry order by id")
                        .query((row, number) -> Map.entry(
                                HexFormat.of().formatHex(row.getBytes("leaf_hash")),
                                HexFormat.of().formatHex(hash.leaf(content(row).bytes()))))
                        .list())
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(pair.getKey()).isEqualTo(pair.getValue()));
        assertThat(jdbc.sql("select entry_id from audit_unsealed order by 1")
                        .query(Long.class)
                        .list())
                .isEqualTo(jdbc.sql("select id from audit_entry order by 1")
                        .query(Long.class)
                        .list());
    }

    private static EntryContent content(ResultSet row) throws SQLException {
        return new EntryContent(
                row.getInt("format"),
                Sql.instant(row, "at"),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("result"),
                row.getString("subject"),
                row.getString("summary"),
                details(row.getString("json")),
                List.of());
    }

    private static Map<String, @Nullable Object> details(JdbcClient jdbc) {
        return details(jdbc.sql("select details::text from audit_entry where action = 'audit.taken-over'")
                .query(String.class)
                .single());
    }

    private static Map<String, @Nullable Object> details(String json) {
        Map<String, @Nullable Object> details = new TreeMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(member -> details.put(
                        member.getKey(),
                        member.getValue().isNumber()
                                ? (Object) member.getValue().longValue()
                                : member.getValue().stringValue()));
        return details;
    }

    private static String said(JdbcClient jdbc) {
        return jdbc.sql("select result || ' ' || summary from audit_entry where action = 'audit.taken-over'")
                .query(String.class)
                .single();
    }

    private static long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }

    private static void add(JdbcClient jdbc, String text) {
        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, subject, summary)
                values (clock_timestamp(), 'a-1', :text, 'lamp.lit', :text, :text)
                """).param("text", text).update();
    }

    private static void migrate(String url, MigrationVersion target) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .target(target)
                .load()
                .migrate();
    }
}
