package org.deviceoffboarding.audit.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.listing.RowCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log is what a plain query finds, whether it is sorted or read off an index. */
class AuditEntryRepositoryTest {

    private static final Instant FROM = Instant.parse("2026-01-03T00:00:00Z");

    private static final Map<String, String> ORDERS = Map.of(
            "at", "at %1$s, id %1$s",
            "action", "action %1$s, id %1$s",
            "summary", "left(lower(summary), 200) collate \"C\" %1$s, id %1$s",
            "actor", "lower(coalesce(p.name, actor_name)) %1$s, actor_id %1$s, actor_name %1$s, e.id desc");

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final List<AuditEntryRepository> both =
            List.of(new AuditEntryRepository(jdbc, 1_000_000), new AuditEntryRepository(jdbc, 0));

    @BeforeEach
    void sixtyEntriesMoreOfFourPeopleOneOfWhomWasRenamedAndTwoOfWhomAreKnown() {
        PortalDatabase.empty("person");
        jdbc.sql("""
                insert into person (id, name, user_principal_name, roles, first_sign_in_at, last_sign_in_at, roles_read_at)
                values ('p-1', 'Zoé Adler', 'zoe@contoso.example', '{}', now(), now(), now()),
                       ('p-2', 'anna Berg', 'anna@contoso.example', '{}', now(), now(), now())
                """).update();
        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, subject, summary)
                select timestamptz '2026-01-01' + i % 13 * interval '1 day', 'p-' || i % 4,
                       case when i % 4 = 3 and i > 30 then 'Renamed' else 'person' || i % 4 || '@contoso.example' end,
                       (array['lamp.lit', 'lamp.broken'])[1 + i % 2], 'lamp:' || i % 5,
                       (array['Lit_', 'broke '])[1 + i % 2] || i % 7 || case when i % 10 = 0 then repeat('!', 5000) else '' end
                from generate_series(1, 60) i
                """).update();
    }

    /** A filter, and the condition that it is. */
    record Narrowed(AuditFilter filter, String condition) {}

    static Stream<Narrowed> filters() {
        return Stream.of(
                new Narrowed(AuditFilter.NONE, "true"),
                new Narrowed(
                        new AuditFilter("T_3", null, null, null, null),
                        "(summary ilike '%t\\_3%' or subject ilike '%t\\_3%' or actor_name ilike '%t\\_3%')"),
                new Narrowed(
                        new AuditFilter("ADLER", null, null, null, null),
                        "(summary ilike '%adler%' or subject ilike '%adler%' or actor_name ilike '%adler%' or actor_id = 'p-1')"),
                new Narrowed(new AuditFilter("no such text", null, null, null, null), "false"),
                new Narrowed(new AuditFilter("", "p-3", null, null, null), "actor_id = 'p-3'"),
                new Narrowed(
                        new AuditFilter("", null, "lamp.lit", FROM, Instant.parse("2026-01-09T00:00:00Z")),
                        "action = 'lamp.lit' and at >= '2026-01-03Z' and at < '2026-01-09Z'"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everyPageInEveryOrderIsThatOfAPlainQuery(Narrowed narrowed) {
        for (AuditEntryRepository repository : both) {
            for (var order : ORDERS.entrySet()) {
                for (String direction : List.of("asc", "desc")) {
                    List<Long> plain = plain(narrowed, order.getValue().formatted(direction));
                    assertThat(pages(
                                    repository,
                                    narrowed.filter(),
                                    Sort.by(Sort.Direction.fromString(direction), order.getKey())))
                            .as("%s %s", order, direction)
                            .isEqualTo(plain);
                    assertThat(repository.count(narrowed.filter())).isEqualTo(plain.size());
                    assertThat(repository.roughly(narrowed.filter())).isEqualTo(RowCount.exactly(plain.size()));
                }
            }
            assertThat(pages(repository, narrowed.filter(), Sort.unsorted())).isEqualTo(plain(narrowed, "e.id desc"));
        }
    }

    @Test
    void everyoneIsListedOnceByTheNameRecordedLastAndEveryActionOnce() {
        assertThat(both.getFirst().actors())
                .doesNotHaveDuplicates()
                .contains(new Actor("p-3", "Renamed"), new Actor("p-1", "person1@contoso.example"))
                .hasSize(jdbc.sql("select count(distinct actor_id) from audit_entry")
                        .query(Integer.class)
                        .single());
        assertThat(both.getFirst().actions())
                .isEqualTo(jdbc.sql("select distinct action from audit_entry order by 1")
                        .query(String.class)
                        .list())
                .contains("lamp.lit", "lamp.broken");
    }

    private List<Long> plain(Narrowed narrowed, String order) {
        return jdbc.sql("select e.id from audit_entry e left join person_name p on p.id = e.actor_id where "
                        + narrowed.condition() + " order by " + order.replace(", id", ", e.id"))
                .query(Long.class)
                .list();
    }

    private static List<Long> pages(AuditEntryRepository repository, AuditFilter filter, Sort sort) {
        List<Long> rows = new ArrayList<>();
        for (int page = 0; rows.size() == page * 17; page++) {
            repository.find(filter, PageRequest.of(page, 17, sort)).forEach(row -> rows.add(row.id()));
        }
        return rows;
    }
}
