package org.deviceoffboarding.evaluation.leftout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.evaluation.StoredRun;
import org.deviceoffboarding.evaluation.listing.KeptLists;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run left out is the same off the list that is kept as sorted when it is asked for. */
class LeftOutRepositoryTest {

    private static final long SORTED = 1;
    private static final long KEPT = 2;
    private static final int ALL = 75;

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final KeptLists lists = new KeptLists(PortalDatabase.dataSource(), 20);
    private final LeftOutRepository sorting = new LeftOutRepository(jdbc, lists.leftOut(), 1_000);
    private final LeftOutRepository walking = new LeftOutRepository(jdbc, lists.leftOut(), 0);

    @BeforeEach
    void twoRunsThatLeftTheSameOut() {
        jdbc.sql("truncate evaluation_run, finding, left_out cascade").update();
        jdbc.sql("truncate left_out_list").update();
        for (long run : new long[] {SORTED, KEPT}) {
            StoredRun.add(jdbc, run);
            jdbc.sql("""
                    insert into left_out (run_id, object_id, name, platform, reason, situation, detail)
                    select :run, md5('o' || i)::uuid, (array['PC ', 'pc '])[1 + i % 2] || i % 20,
                           (array['WINDOWS', 'IOS', 'MACOS'])[1 + i % 3], (array['KIND', 'EXCEPTION', 'NOT_CONFIRMED'])[1 + i % 7 / 3],
                           (array['SILENT_EVERYWHERE', 'BROKEN_LINK'])[1 + i % 5 / 3], 'Because of 100% ' || i % 9 || '_.'
                    from generate_series(1, :all) i
                    """).param("run", run).param("all", ALL).update();
        }
        lists.prepare(lists.leftOut(), KEPT).run();
    }

    static Stream<LeftOutFilter> filters() {
        return Stream.of(
                LeftOutFilter.NONE,
                new LeftOutFilter("PC 1", null, null),
                new LeftOutFilter("100% 3_", null, null),
                new LeftOutFilter("nowhere", null, null),
                new LeftOutFilter("", LeftOutReason.KIND, null),
                new LeftOutFilter("", LeftOutReason.INSTRUCTION, null),
                new LeftOutFilter("c 1", LeftOutReason.NOT_CONFIRMED, Situation.BROKEN_LINK));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everyPageInEveryOrderIsTheSameSortedOrKept(LeftOutFilter filter) {
        long count = sorting.count(SORTED, filter);
        assertThat(walking.count(KEPT, filter)).isEqualTo(count);
        assertThat(walking.roughly(KEPT, filter)).isEqualTo(RowCount.exactly(count));
        for (Sort sort : Stream.of("name", "platform", "reason", "situation")
                .flatMap(each ->
                        Stream.of(Sort.by(each).ascending(), Sort.by(each).descending(), Sort.unsorted()))
                .toList()) {
            List<UUID> sorted = pages(sorting, SORTED, filter, sort);
            assertThat(sorted).as("%s", sort).hasSize((int) count).doesNotHaveDuplicates();
            assertThat(pages(walking, KEPT, filter, sort)).as("%s", sort).isEqualTo(sorted);
            assertThat(pages(sorting, KEPT, filter, sort)).as("%s", sort).isEqualTo(sorted);
        }
    }

    @Test
    void aDeviceIsFoundByItsId() {
        UUID id = jdbc.sql("select md5('o7')::uuid").query(UUID.class).single();

        assertThat(pages(walking, KEPT, new LeftOutFilter("{" + id + "}", null, null), Sort.unsorted()))
                .containsExactly(id);
    }

    @Test
    void reasonsAreCountedTheSame() {
        assertThat(walking.countByReason(KEPT))
                .isEqualTo(sorting.countByReason(SORTED))
                .hasSize(3);
    }

    @Test
    void aShortListIsNotKept() {
        StoredRun.add(jdbc, 3);
        jdbc.sql(
                        "insert into left_out (run_id, object_id, name, platform, reason, situation, detail)"
                                + " select 3, object_id, name, platform, reason, situation, detail from left_out where run_id = 1 limit 9")
                .update();
        lists.prepare(lists.leftOut(), 3).run();

        assertThat(lists.leftOut().totals(3)).isEmpty();
        assertThat(walking.roughly(3, LeftOutFilter.NONE)).isEqualTo(RowCount.exactly(9));
    }

    private static List<UUID> pages(LeftOutRepository repository, long run, LeftOutFilter filter, Sort sort) {
        List<UUID> rows = new ArrayList<>();
        for (int page = 0; rows.size() == page * 7; page++) {
            repository.find(run, filter, PageRequest.of(page, 7, sort)).forEach(row -> rows.add(row.objectId()));
        }
        return rows;
    }
}
