package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Carries out the statements of {@code src/docs/audit-roles.md}, as they stand there, but with other names. */
class SwitchedRolesTest {

    private static final Path DOCUMENT = Path.of("src", "docs", "audit-roles.md");
    private static final Pattern BLOCK = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private final DriverManagerDataSource server =
            new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
    private final String url = String.valueOf(server.getUrl()).replaceFirst("/test_[0-9]+", "/documented");
    private final DriverManagerDataSource portal = new DriverManagerDataSource(url, "documented_portal", "");
    private final DriverManagerDataSource owner = new DriverManagerDataSource(url, "documented_portal_owner", "");
    private final JdbcClient asPortal = JdbcClient.create(portal);
    private final LogOwnership ownership = new LogOwnership(asPortal);

    @AfterEach
    void forget() {
        JdbcClient jdbc = JdbcClient.create(server);
        jdbc.sql("drop database if exists documented").update();
        jdbc.sql("drop role if exists documented_portal_owner").update();
        jdbc.sql("drop role if exists documented_portal").update();
    }

    @Test
    void twoRolesFromTheStart() throws IOException {
        List<String> blocks = blocks("Two roles from the start");
        run(server, blocks.get(0));
        run(new DriverManagerDataSource(url, "postgres", "postgres"), blocks.get(1));

        MigratedDatabase.migrate(portal, owner);

        assertThat(ownership.ways()).isEmpty();
        addEntry();
    }

    @Test
    void aDatabaseOfOneRoleIsDividedAndBroughtTogetherAgain() throws IOException {
        run(server, "create role documented_portal login; create database documented owner documented_portal");
        var administrator = new DriverManagerDataSource(url, "postgres", "postgres");
        MigratedDatabase.migrate(portal);
        addEntry();
        assertThat(ownership.ways())
                .satisfiesExactlyInAnyOrder(
                        way -> assertThat(way)
                                .isEqualTo(
                                        "The role 'documented_portal' owns the database documented, and may drop what it holds."),
                        way -> assertThat(way)
                                .startsWith("The role 'documented_portal' owns tables of the log: ")
                                .contains("audit_entry,"),
                        way -> assertThat(way)
                                .startsWith("The role 'documented_portal' owns functions of the log: ")
                                .contains("audit_entry_refuse_change"));

        run(administrator, blocks("From one role to two").getFirst());
        MigratedDatabase.migrate(portal, owner);

        assertThat(ownership.ways()).isEmpty();
        addEntry();
        assertThat(ownersOfOthers()).containsExactly("documented_portal");

        run(administrator, blocks("From two roles to one").getFirst());
        MigratedDatabase.migrate(portal);

        addEntry();
        assertThat(ownership.separate()).isFalse();
        assertThat(asPortal.sql("select count(*) from audit_entry where actor_id = 'anna'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private List<String> ownersOfOthers() {
        return asPortal.sql("""
                select distinct pg_get_userbyid(relowner) from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
                  and relname not like 'audit\\_%' and relname <> 'flyway_schema_history'
                """).query(String.class).list();
    }

    private void addEntry() {
        asPortal.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed the lamp', 2, sha256(''))
                """).update();
    }

    /** Statement by statement: a database is created in no transaction. */
    private static void run(DriverManagerDataSource as, String statements) {
        for (String each : statements.split(";")) {
            if (!each.isBlank()) {
                JdbcClient.create(as).sql(each).update();
            }
        }
    }

    private static List<String> blocks(String heading) throws IOException {
        String section =
                Files.readString(DOCUMENT).split("\n## " + heading + "\n")[1].split("\n## ")[0];
        return BLOCK.matcher(section)
                .results()
                .map(block -> block.group(1)
                        .replaceAll("\\bportal", "documented_portal")
                        .replace("database documented_portal ", "database documented "))
                .toList();
    }
}
