package org.deviceoffboarding.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FilteredTableTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final Pageable ALL = Pageable.ofSize(10);

    private static final JdbcClient JDBC =
            JdbcClient.create(new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres"));

    private final FilteredTable<String> table = new FilteredTable<>(
            JDBC, """
             from thing
            where (:text = '' or name ilike :pattern)
              and (cast(:platform as text) is null or platform = :platform)
              and (cast(:since as timestamptz) is null or seen >= :since)
            """, Map.of("name", "name", "seen", "seen"), "name", (row, number) -> row.getString("name"));

    @BeforeAll
    static void fourThings() {
        JDBC.sql("create table thing (name text primary key, platform text, seen timestamptz)")
                .update();
        add("Anna's phone", Platform.IOS, NOON);
        add("Bo's laptop", Platform.WINDOWS, NOON.minusSeconds(60));
        add("Cy's laptop", Platform.WINDOWS, NOON.plusSeconds(60));
        add("Di's 100% laptop", Platform.MACOS, null);
    }

    @Test
    void whatIsNotFilteredIsShownInTheTablesOrder() {
        assertThat(table.page(filter("", null, null), ALL))
                .containsExactly("Anna's phone", "Bo's laptop", "Cy's laptop", "Di's 100% laptop");
    }

    @Test
    void rowsMatchAllThatIsAskedFor() {
        assertThat(table.page(filter("  LAPTOP ", Platform.WINDOWS, NOON), ALL)).containsExactly("Cy's laptop");
        assertThat(table.count(filter("laptop", null, null))).isEqualTo(3);
    }

    @Test
    void aTextIsSearchedForAsItIs() {
        assertThat(table.page(filter("0%", null, null), ALL)).containsExactly("Di's 100% laptop");
        assertThat(table.page(filter("_", null, null), ALL)).isEmpty();
    }

    @Test
    void pagesFollowEachOtherAndAreNotCounted() {
        assertThat(table.page(filter("", null, null), PageRequest.of(1, 3))).containsExactly("Di's 100% laptop");
        assertThat(table.count(filter("", null, null))).isEqualTo(4);
    }

    @Test
    void aCallersOrderComesFirstAndWhatIsMissingLast() {
        Pageable latest = PageRequest.of(0, 10, Sort.by("seen").descending());

        assertThat(table.page(filter("", null, null), latest))
                .containsExactly("Cy's laptop", "Anna's phone", "Bo's laptop", "Di's 100% laptop");
    }

    @Test
    void onlyAllowedColumnsAreSortedBy() {
        for (String property : List.of("platform", "name; drop table thing")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> table.page(filter("", null, null), PageRequest.of(0, 10, Sort.by(property))))
                    .withMessage("Cannot sort by '" + property + "'");
        }
    }

    @Test
    void onlyTheColumnsThatARowNeedsAreRead() {
        FilteredTable<Integer> narrow = new FilteredTable<>(
                JDBC,
                "from thing",
                Map.of(),
                "name",
                (row, number) -> row.getMetaData().getColumnCount());

        assertThat(narrow.page(FilterParameters.none(), ALL)).containsOnly(3);
        assertThat(narrow.reading("name, seen").page(FilterParameters.none(), ALL))
                .containsOnly(2);
    }

    private static FilterParameters filter(String text, @Nullable Platform platform, @Nullable Instant since) {
        return FilterParameters.search(text).with("platform", platform).with("since", since);
    }

    private static void add(String name, Platform platform, @Nullable Instant seen) {
        JDBC.sql("insert into thing values (:name, :platform, :seen)")
                .params(FilterParameters.none()
                        .with("name", name)
                        .with("platform", platform)
                        .with("seen", seen)
                        .values())
                .update();
    }
}
