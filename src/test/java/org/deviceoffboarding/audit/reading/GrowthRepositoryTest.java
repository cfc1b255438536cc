package org.deviceoffboarding.audit.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.deviceoffboarding.PortalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What came to the log since a moment is told once, whenever it is committed and whenever it gets its number. */
class GrowthRepositoryTest {

    private static final int MANY = 100_000;

    private static final HikariDataSource DATABASE = PortalDatabase.another();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final AuditEntryRepository entries =
            new AuditEntryRepository(jdbc, new NameSearch(jdbc, new WordSearch(jdbc)), new WholeEntries(jdbc));
    private final GrowthRepository growth = new GrowthRepository(jdbc);

    @BeforeAll
    static void sixtyEntriesOfPeopleOfWhomOneIsKnown() {
        JdbcClient jdbc = JdbcClient.create(DATABASE);
        jdbc.sql("""
                insert into person (id, name, user_principal_name, roles, first_sign_in_at, last_sign_in_at, roles_read_at)
                values ('p-1', 'Zoé Adler', 'zoe@contoso.example', '{}', now(), now(), now())
                """).update();
        LampEntries.addSixty(jdbc);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @MethodSource("org.deviceoffboarding.audit.reading.LampEntries#filters")
    void whatCameAndMatchesIsCountedUpToANumberWhereverItStandsInTheOrderOfTime(LampEntries.Narrowed narrowed) {
        List<Long> before = LampEntries.plain(jdbc, narrowed.condition(), "desc");
        LogEnd since = growth.end();
        LampEntries.addSixty(jdbc);
        int added = LampEntries.plain(jdbc, narrowed.condition(), "desc").size() - before.size();

        EntryConditions conditions = entries.conditions(narrowed.filter());

        assertThat(growth.isAny(since)).isTrue();
        assertThat(growth.count(conditions, since, MANY)).isEqualTo(added);
        assertThat(growth.count(conditions, since, 3)).isEqualTo(Math.min(3, added));
        assertThat(growth.isAny(growth.end())).isFalse();
        assertThat(growth.count(conditions, growth.end(), MANY)).isZero();
    }

    /** As when nothing matches, and each open page asks every second. */
    @ParameterizedTest
    @MethodSource("org.deviceoffboarding.audit.reading.LampEntries#filters")
    void nothingIsLookedAtThatWasThereBefore(LampEntries.Narrowed narrowed) {
        LogEnd since = growth.end();
        add(jdbc, "Lit a lamp");
        EntryConditions conditions = entries.conditions(narrowed.filter());

        new TransactionTemplate(new JdbcTransactionManager(DATABASE)).executeWithoutResult(inOne -> {
            long before = entriesRead();

            growth.count(conditions, since, MANY);

            assertThat(entriesRead() - before).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void whatGetsItsNumberIsNotNewOnceMore() {
        LogEnd since = growth.end();
        add(jdbc, "Lit a lamp");
        LogEnd waiting = growth.end();

        seal();

        assertThat(count(since)).isEqualTo(1);
        assertThat(growth.isAny(waiting)).isFalse();
        assertThat(count(waiting)).isZero();
        add(jdbc, "Lit another lamp");
        assertThat(count(since)).isEqualTo(2);
        assertThat(count(waiting)).isEqualTo(1);
    }

    @Test
    void whatIsCommittedLateIsNewWhenItIs() throws SQLException {
        for (boolean sealed : new boolean[] {false, true}) {
            try (Connection slow = DATABASE.getConnection()) {
                slow.setAutoCommit(false);
                add(JdbcClient.create(new SingleConnectionDataSource(slow, true)), "Late");
                add(jdbc, "Early");
                seal();
                LogEnd since = growth.end();

                slow.commit();
                if (sealed) {
                    seal();
                }

                assertThat(count(since)).as("sealed: %s", sealed).isEqualTo(1);
            }
        }
    }

    @Test
    void pagesThatBeganAtOtherMomentsCountApart() {
        LogEnd first = growth.end();
        add(jdbc, "Lit a lamp");
        LogEnd second = growth.end();
        add(jdbc, "Lit another lamp");
        seal();
        add(jdbc, "Lit a third lamp");

        assertThat(count(first)).isEqualTo(3);
        assertThat(count(second)).isEqualTo(2);
    }

    @Test
    void whereMoreWaitThanAreKnownNoneOfThoseThatWaitIsNew() {
        LampEntries.addSixty(jdbc);
        GrowthRepository knowingThree = new GrowthRepository(jdbc, 3);
        LogEnd since = knowingThree.end();
        assertThat(since.waiting()).hasSize(3);
        assertThat(count(since)).isZero();

        add(jdbc, "Lit a lamp");
        assertThat(count(since)).isEqualTo(1);
        seal();
        assertThat(count(since)).isEqualTo(1);
        assertThat(knowingThree.end().passed()).isZero(); // none waits
    }

    private int count(LogEnd since) {
        return growth.count(entries.conditions(AuditFilter.NONE), since, MANY);
    }

    /** Returns how many rows of entries this transaction has read by now. */
    private long entriesRead() {
        return jdbc.sql("""
                select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'audit_entry'
                """).query(Long.class).single();
    }

    private static void add(JdbcClient to, String summary) {
        to.sql("""
                with added as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                    values (now(), 'p-1', 'person1@contoso.example', 'lamp.lit', 'DONE', '', :summary, 2, sha256(''))
                    returning id)
                insert into audit_unsealed select id from added
                """).param("summary", summary).update();
    }

    /** Gives all that wait their numbers, as the sealer does. */
    private void seal() {
        jdbc.sql("""
                insert into audit_leaf
                select coalesce((select max(number) from audit_leaf), 0) + row_number() over (order by id), id, leaf_hash
                from audit_entry where id in (select entry_id from audit_unsealed)
                """).update();
        jdbc.sql("delete from audit_unsealed u using audit_leaf l where l.entry_id = u.entry_id")
                .update();
    }
}
