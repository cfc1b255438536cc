package org.deviceoffboarding.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.audit.stored.StoredEntries;
import org.deviceoffboarding.audit.verification.Misfit.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However entries lie in the database, each is read once and with all its devices; and what lies there wrongly is found. */
class OddLogTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private SealedLog log;

    @BeforeEach
    void create() {
        log = new SealedLog(folder).withoutTriggers();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void entriesThatWereStoredLongBeforeTheirNumbersAreProved() {
        log.entries(5).seal();
        run("select setval('audit_entry_id', 1000000)");
        log.entries(5).seal();
        run("select setval('audit_entry_id', 500)");
        log.entries(5).seal();
        run("select setval('audit_entry_id', 2000000)");
        log.entries(5).seal();

        assertProved(21);
    }

    @Test
    void anEntryWithMoreDevicesThanAreReadAtOnceIsReadWithAllOfThem() throws SQLException {
        log.entries(4).seal();
        List<String> leaves = leaves(100_000);

        assertThat(leaves(1)).isEqualTo(leaves);
        assertThat(leaves(2)).isEqualTo(leaves);
        assertThat(leaves(3)).isEqualTo(leaves);
        assertThat(leaves(8)).isEqualTo(leaves);
        assertThat(leaves).hasSize(5).doesNotContain("changed");
    }

    private List<String> leaves(int devicesAtOnce) throws SQLException {
        List<String> leaves = new ArrayList<>();
        try (Connection connection = log.database().getConnection()) {
            StoredEntries.all(connection, devicesAtOnce).read(Long.MIN_VALUE, Long.MAX_VALUE, entry -> {
                byte[] leaf = entry.leaf();
                leaves.add(leaf == null ? "changed" : HexFormat.of().formatHex(leaf));
            });
        }
        return leaves;
    }

    @Test
    void anEntryThatIsThereTwiceIsFound() {
        log.entries(10).seal();
        run("alter table audit_entry drop constraint audit_entry_pkey");
        run(
                "insert into audit_entry (id, at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)"
                        + " select id, at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash"
                        + " from audit_entry where id = " + row(5));

        assertFirst(Kind.DOUBLED, 5L);
    }

    @Test
    void aNumberThatIsOfNoEntryIsFound() {
        log.entries(10).seal();
        run("alter table audit_leaf alter column entry_id drop not null");
        run("update audit_leaf set entry_id = null where number = 5");

        assertFirst(Kind.ENTRY_MISSING, 5L);
    }

    @Test
    void twoNumbersThatAreOfOneEntryAreFound() {
        log.entries(10).seal();
        run("alter table audit_leaf drop constraint audit_leaf_entry_id_key");
        run("update audit_leaf set entry_id = " + row(4) + " where number = 5");

        assertFirst(Kind.CHANGED, 5L);
    }

    @Test
    void aLeafThatIsNoHashIsFound() {
        log.entries(10).seal();
        run("alter table audit_leaf drop constraint audit_leaf_leaf_hash_check");
        run("update audit_leaf set leaf_hash = 'short' where number = 5");

        assertThat(log.verify().misfits())
                .extracting(Misfit::sentence)
                .anyMatch(sentence -> sentence.startsWith("Entry 5 was sealed with a hash that its content"));
    }

    @Test
    void valuesThatAreGoneAreFound() {
        log.entries(10).seal();
        run("alter table audit_entry drop column words");
        for (String column : List.of(
                "at", "actor_id", "actor_name", "action", "result", "subject", "summary", "details", "format")) {
            run("create table before as select * from audit_entry where id = " + row(7));
            run("alter table audit_entry alter column " + column + " drop not null");
            run("update audit_entry set " + column + " = null where id = " + row(7));

            assertFirst(Kind.CHANGED, 7L);

            run("update audit_entry e set %1$s = before.%1$s from before where e.id = before.id".formatted(column));
            run("alter table audit_entry alter column " + column + " set not null");
            run("drop table before");
        }
        run("alter table audit_entry add column words tsvector not null generated always as (audit_words("
                + "summary || ' ' || subject || ' ' || actor_name || ' ' || actor_id || ' ' || details::text)) stored");
        run("create index audit_entry_by_words on audit_entry using gin (words)");
        assertProved(11);
    }

    @Test
    void aTimeThatNoCalendarHasIsFound() {
        log.entries(10).seal();
        run("alter table audit_entry drop constraint audit_entry_has_a_time"); // as the log's owner can
        for (String time : List.of("infinity", "-infinity", "0002-01-01 BC", "12345-01-01")) {
            run("create table before as select id, at from audit_entry where id = " + row(7));
            run("update audit_entry set at = '" + time + "' where id = " + row(7));

            assertFirst(Kind.CHANGED, 7L);

            run("update audit_entry e set at = before.at from before where e.id = before.id");
            run("drop table before");
        }
    }

    @Test
    void aDeviceWithoutANameIsFound() {
        log.entries(10).seal();
        run("alter table audit_entry_device alter column name drop not null");
        run("update audit_entry_device set name = null where entry_id = " + row(7));

        assertFirst(Kind.CHANGED, 7L);
    }

    @Test
    void anEntryPutInBeforeAllOthersIsFound() {
        log.entries(10).seal();
        run(
                "insert into audit_entry (id, at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)"
                        + " values (-7, now(), 'a', 'a', 'lamp.lit', 'DONE', '', 'Lit', 2, sha256('x'))");
        run("insert into audit_entry_device values (-8, gen_random_uuid(), null, 'LAPTOP-1')");

        assertThat(log.verify().misfits()).extracting(Misfit::kind).containsExactly(Kind.INSERTED, Kind.INSERTED);
    }

    private void assertProved(long size) {
        LogFindings found = log.verify();
        assertThat(found.misfits()).isEmpty();
        assertThat(Objects.requireNonNull(found.proved(), "Nothing is proved").size())
                .isEqualTo(size);
    }

    private void assertFirst(Kind kind, long number) {
        assertThat(log.verify().misfits()).first().satisfies(misfit -> {
            assertThat(misfit.kind()).isEqualTo(kind);
            assertThat(misfit.number()).isEqualTo(number);
        });
    }

    private long row(long number) {
        return log.jdbc()
                .sql("select entry_id from audit_leaf where number = ?")
                .params(number)
                .query(Long.class)
                .single();
    }

    private void run(String sql) {
        if (sql.startsWith("select")) {
            log.jdbc().sql(sql).query().listOfRows();
        } else {
            log.jdbc().sql(sql).update();
        }
    }
}
