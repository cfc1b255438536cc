package org.deviceoffboarding.base;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A list that is taken away whole while it changes. */
class ExportedTableTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres"));

    private final FilteredTable<Lamp> table = new FilteredTable<>(
            JDBC,
            "from lamp where (:text = '' or name ilike :pattern)",
            Map.of("name", "name"),
            "name, id",
            (row, number) -> new Lamp(row.getLong("id"), row.getString("name")));

    private record Lamp(long id, String name) {}

    @BeforeEach
    void twentyLampsOfWhichEachFiveAreAlike() {
        JDBC.sql("create table if not exists lamp (id bigint primary key, name text not null)")
                .update();
        JDBC.sql("truncate lamp").update();
        IntStream.rangeClosed(1, 20).forEach(n -> add(n, "Lamp " + n % 4));
    }

    @Test
    void fewRowsComeAtOnceSortedAsIsAsked() {
        ExportPage<String, Lamp> only = byId(20, 3)
                .first("", FilterParameters.search(""), Sort.by("name").descending());

        assertThat(only.more()).isFalse();
        assertThat(only.rows())
                .hasSize(20)
                .isSortedAccordingTo(comparing(Lamp::name, reverseOrder()).thenComparing(Lamp::id));
    }

    @Test
    void manyRowsComeInTheOrderOfTheirKeyEachOnce() {
        assertThat(all(byId(19, 3), "", part -> {})).extracting(Lamp::id).containsExactlyElementsOf(ids(1, 20));
        assertThat(all(newestFirst(4), "", part -> {}))
                .extracting(Lamp::id)
                .isSortedAccordingTo(reverseOrder())
                .hasSize(20);
    }

    @Test
    void whatTheFilterLeavesOutStaysOut() {
        assertThat(all(byId(0, 2), "lamp 3", part -> {})).extracting(Lamp::id).containsExactly(3L, 7L, 11L, 15L, 19L);
    }

    @Test
    void whatIsAddedBehindAndBeforeTheLastRowMakesNoDoubles() {
        assertThat(all(newestFirst(3), "", part -> add(100 + part, "New")))
                .extracting(Lamp::id)
                .containsExactlyElementsOf(ids(1, 20).reversed());
    }

    @Test
    void whatGoesTakesNoOtherWithIt() {
        List<Lamp> rows = all(byId(0, 3), "", part -> {
            if (part == 1) { // among them the last one that was read
                JDBC.sql("delete from lamp where id in (1, 3)").update();
            }
        });

        assertThat(rows).extracting(Lamp::id).containsExactlyElementsOf(ids(1, 20));
    }

    @Test
    void whatTheListIsSortedByMayChange() {
        List<Lamp> rows = all(
                byId(0, 3),
                "",
                part -> JDBC.sql("update lamp set name = 'A' || id where id % 2 = :part % 2")
                        .param("part", part)
                        .update());

        assertThat(rows).extracting(Lamp::id).containsExactlyElementsOf(ids(1, 20));
    }

    @Test
    void aListThatEndsWithAPartIsWhole() {
        assertThat(all(byId(0, 10), "", part -> {})).hasSize(20);
        assertThat(all(byId(0, 10), "nowhere", part -> {})).isEmpty();
    }

    private ExportedTable<Lamp> byId(int few, int atOnce) {
        return new ExportedTable<>(table, RowKey.ascending("id", Lamp::id), new ExportParts(few, atOnce));
    }

    private ExportedTable<Lamp> newestFirst(int atOnce) {
        return new ExportedTable<>(table, RowKey.descending("id", Lamp::id), new ExportParts(0, atOnce));
    }

    /** @param between called after each part, with its number */
    private static List<Lamp> all(ExportedTable<Lamp> exported, String text, IntConsumer between) {
        ExportPage<String, Lamp> part = exported.first("", FilterParameters.search(text), Sort.unsorted());
        List<Lamp> rows = new ArrayList<>(part.rows());
        for (int number = 1; part.more(); number++) {
            between.accept(number);
            part = exported.next(part, FilterParameters.search(text));
            rows.addAll(part.rows());
        }
        return rows;
    }

    private static List<Long> ids(long first, long last) {
        List<Long> ids = new ArrayList<>();
        for (long id = first; id <= last; id++) {
            ids.add(id);
        }
        return ids;
    }

    private static void add(long id, String name) {
        JDBC.sql("insert into lamp values (:id, :name)")
                .param("id", id)
                .param("name", name)
                .update();
    }
}
