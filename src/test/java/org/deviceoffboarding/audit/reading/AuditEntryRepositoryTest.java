package org.deviceoffboarding.audit.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.listing.RowCount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log is what a plain query finds, whichever way it is read. */
class AuditEntryRepositoryTest {

    private static final HikariDataSource DATABASE = PortalDatabase.another();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final NameSearch names = new NameSearch(jdbc, new WordSearch(jdbc));
    private final WholeEntries whole = new WholeEntries(jdbc);

    /** One looks through everything, one sorts what has the words, one does neither but walks. */
    private final List<AuditEntryRepository> all = List.of(
            new AuditEntryRepository(jdbc, names, whole, 1_000_000, 1_000_000),
            new AuditEntryRepository(jdbc, names, whole, 10, 1_000_000),
            new AuditEntryRepository(jdbc, names, whole, 10, 0));

    @BeforeAll
    static void sixtyEntriesOfFourPeopleOneOfWhomWasRenamedAndTwoOfWhomAreKnown() {
        JdbcClient jdbc = JdbcClient.create(DATABASE);
        jdbc.sql("""
                insert into person (id, name, user_principal_name, roles, first_sign_in_at, last_sign_in_at, roles_read_at)
                values ('p-1', 'Zoé Adler', 'zoe@contoso.example', '{}', now(), now(), now()),
                       ('p-2', 'anna Berg', 'anna@contoso.example', '{}', now(), now(), now())
                """).update();
        LampEntries.addSixty(jdbc);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @MethodSource("org.deviceoffboarding.audit.reading.LampEntries#filters")
    void everyPageInBothDirectionsIsThatOfAPlainQuery(LampEntries.Narrowed narrowed) {
        List<Long> newest = plain(narrowed, "desc");
        List<Long> oldest = plain(narrowed, "asc");

        for (AuditEntryRepository repository : all) {
            assertThat(byOffset(repository, narrowed.filter(), false)).isEqualTo(newest);
            assertThat(byOffset(repository, narrowed.filter(), true)).isEqualTo(oldest);
            assertThat(byPlace(repository, narrowed.filter(), false)).isEqualTo(newest);
            assertThat(byPlace(repository, narrowed.filter(), true)).isEqualTo(oldest);
            assertThat(repository.count(narrowed.filter())).isEqualTo(newest.size());
            assertThat(repository.roughly(narrowed.filter())).isEqualTo(RowCount.exactly(newest.size()));
        }
    }

    @Test
    void entriesThatAreAddedMeanwhileMoveNothingBehindAPlace() {
        AuditEntryRepository repository = all.getFirst();
        AuditEntry tenth =
                repository.find(AuditFilter.NONE, AuditPart.newest(10)).getLast();
        List<AuditEntry> before = repository.find(AuditFilter.NONE, AuditPart.before(tenth, 10));

        jdbc.sql("""
                with added as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                    values (now(), 'p-1', 'person1@contoso.example', 'lamp.lit', 'DONE', '', 'Lit another lamp', 2, sha256(''))
                    returning id)
                insert into audit_unsealed select id from added
                """).update();

        assertThat(repository.find(AuditFilter.NONE, AuditPart.before(tenth, 10)))
                .isEqualTo(before);
    }

    @Test
    void entriesHaveTheirNumbersDetailsAndDevices() {
        AuditEntry entry = all.getFirst()
                .find(
                        new AuditFilter("stormy", null, null, null, null).withDevice(LampEntries.LAMP.toString()),
                        AuditPart.newest(1))
                .getFirst();
        assertThat(entry.number()).isNull();
        assertThat(entry.key()).isEqualTo("id-" + entry.id());
        assertThat(entry.details()).containsExactly(Map.entry("why", "Stormy weather"));
        assertThat(entry.devices()).singleElement().satisfies(device -> {
            assertThat(device.objectId()).isEqualTo(LampEntries.LAMP);
            assertThat(device.deviceId()).isEqualTo(LampEntries.DEVICE_ID);
            assertThat(device.name()).startsWith("Desk Lamp 3");
        });

        jdbc.sql("""
                insert into audit_leaf
                select coalesce((select max(number) from audit_leaf), 0) + 1, id, leaf_hash from audit_entry where id = :id
                """).param("id", entry.id()).update();
        jdbc.sql("delete from audit_unsealed where entry_id = :id")
                .param("id", entry.id())
                .update();

        AuditEntry sealed = whole.find(List.of(entry.id())).getFirst();
        assertThat(sealed.number()).isPositive();
        assertThat(sealed.key()).isEqualTo(String.valueOf(sealed.number()));
    }

    @Test
    void everyoneIsListedOnceByTheNameRecordedLastAndEveryActionOnce() {
        assertThat(all.getFirst().actors())
                .doesNotHaveDuplicates()
                .contains(new Actor("p-1", "person1@contoso.example"))
                .hasSize(jdbc.sql("select count(distinct actor_id) from audit_entry")
                        .query(Integer.class)
                        .single());
        assertThat(all.getFirst().actors())
                .filteredOn(actor -> actor.id().equals("p-3"))
                .containsExactly(new Actor(
                        "p-3",
                        jdbc.sql(
                                        "select actor_name from audit_entry where actor_id = 'p-3' order by at desc, id desc limit 1")
                                .query(String.class)
                                .single()));
        assertThat(all.getFirst().actions())
                .isEqualTo(jdbc.sql("select distinct action from audit_entry order by 1")
                        .query(String.class)
                        .list())
                .contains("lamp.lit", "lamp.broken");
    }

    private List<Long> plain(LampEntries.Narrowed narrowed, String direction) {
        return LampEntries.plain(jdbc, narrowed.condition(), direction);
    }

    private static List<Long> byOffset(AuditEntryRepository repository, AuditFilter filter, boolean oldestFirst) {
        List<Long> rows = new ArrayList<>();
        for (int page = 0; rows.size() == page * 17; page++) {
            repository
                    .find(filter, new AuditPart(oldestFirst, null, page * 17L, 17))
                    .forEach(row -> rows.add(row.id()));
        }
        return rows;
    }

    private static List<Long> byPlace(AuditEntryRepository repository, AuditFilter filter, boolean oldestFirst) {
        List<Long> rows = new ArrayList<>();
        List<AuditEntry> part = repository.find(filter, new AuditPart(oldestFirst, null, 0, 17));
        while (!part.isEmpty()) {
            part.forEach(row -> rows.add(row.id()));
            part = repository.find(
                    filter, new AuditPart(oldestFirst, part.getLast().place(), 0, 17));
        }
        return rows;
    }
}
