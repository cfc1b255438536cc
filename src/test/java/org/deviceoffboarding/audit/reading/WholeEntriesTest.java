package org.deviceoffboarding.audit.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.deviceoffboarding.PortalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WholeEntriesTest {

    private static final HikariDataSource DATABASE = PortalDatabase.another();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final WholeEntries whole = new WholeEntries(jdbc);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void theLongestInstructionsBeforeAndAfterAreShownWhole() {
        long id = add(2_000_000);

        assertThat(whole.find(List.of(id)).getFirst().details())
                .extractingByKey("text", InstanceOfAssertFactories.STRING)
                .hasSize(2_000_000);
    }

    @Test
    void ofManyLargeEntriesNoMoreThanOneAnswerHoldsIsShownWhole() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(add(9_000_000));
        }

        assertThat(whole.find(ids))
                .hasSize(10)
                .extracting(entry -> entry.details().containsKey("text"))
                .containsExactly(false, false, false, false, false, false, true, true, true, true);
    }

    @Test
    void whatNoPortalWritesHidesNothingBesideIt() {
        long large = add(60_000_000);
        long usual = add(10);

        assertThat(whole.find(List.of(large, usual)))
                .extracting(AuditEntry::details)
                .extracting(Map::keySet)
                .extracting(Object::toString)
                .containsExactly("[unreadable]", "[text]");
    }

    private long add(int characters) {
        return jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                values (now(), 'x', 'X', 'instructions.saved', 'DONE', '', 'Saved',
                    jsonb_build_object('text', repeat('y', cast(:characters as integer))), 2, sha256('')) returning id
                """).param("characters", characters).query(Long.class).single();
    }
}
