package org.deviceoffboarding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.evaluation.listing.KeptLists;
import org.deviceoffboarding.inventory.DeviceCorrected;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.removed.VerifiedChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Findings of a long list that is kept are the same as those that are sorted when they are asked for. */
class FindingRepositoryTest {

    private static final long SORTED = 1;
    private static final long KEPT = 2;
    private static final int LONG = 80;

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final KeptLists lists = new KeptLists(PortalDatabase.dataSource(), 20);
    private final FindingRepository sorting = new FindingRepository(jdbc, lists.findings(), 1_000);
    private final FindingRepository walking = new FindingRepository(jdbc, lists.findings(), 0);

    @BeforeEach
    void twoRunsThatFlaggedTheSame() {
        jdbc.sql("truncate evaluation_run, finding, left_out cascade").update();
        jdbc.sql("truncate finding_list").update();
        for (long run : new long[] {SORTED, KEPT}) {
            add(run, LONG, "SILENT_EVERYWHERE");
            add(run, 15, "BROKEN_LINK");
        }
        lists.prepare(lists.findings(), KEPT).run();
    }

    private void add(long run, int devices, String situation) {
        StoredRun.add(jdbc, run);
        jdbc.sql("""
                insert into finding (run_id, object_id, device_id, intune_id, name, serial_number, user_name, platform, ownership,
                    kind, kind_group, situation, link_state, enabled, last_sign_in, evidence, registered_owner)
                select :run, md5(:situation || i)::uuid, md5('d' || i)::uuid, case when i % 3 > 0 then md5('i' || i)::uuid end,
                       (array['PC ', 'pc '])[1 + i % 2] || i % 20, case when i % 4 > 0 then 'Sé%' || i % 10 end,
                       case when i % 5 > 0 then 'User_' || i % 6 end, 'WINDOWS', 'CORPORATE', 'ORDINARY', 'ORDINARY', :situation,
                       'HEALTHY', case when i % 7 > 0 then i % 4 > 0 end,
                       case when i % 6 > 0 then timestamptz '2026-01-01' + i % 13 * interval '4 days' end,
                       array['Because of ' || i % 9 || '.', 'More.'], case when i % 5 = 0 and i % 2 = 0 then 'Owner ' || i % 3 end
                from generate_series(1, :devices) i
                """)
                .param("run", run)
                .param("situation", situation)
                .param("devices", devices)
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pc 1",
                "C 1",
                "sé%",
                "é%3",
                "user_2",
                "r_2",
                "OWNER",
                "because",
                "nowhere",
                "%",
                "1cd4f0e6-53e0-ddf3-b3ff-4dc51bdc6cc8"
            })
    void everyPageInEveryOrderIsTheSameSortedOrKept(String text) {
        FindingFilter filter = filter(text, Situation.SILENT_EVERYWHERE);
        long count = sorting.count(SORTED, filter);
        assertThat(walking.count(KEPT, filter)).isEqualTo(count);
        assertThat(walking.roughly(KEPT, filter)).isEqualTo(RowCount.exactly(count));
        assertThat(sorting.roughly(SORTED, filter)).isEqualTo(RowCount.exactly(count));
        for (String property : List.of("name", "serialNumber", "user", "why", "lastSignIn", "enabled", "lastSync")) {
            for (Sort sort :
                    List.of(Sort.by(property).ascending(), Sort.by(property).descending())) {
                List<UUID> sorted = pages(sorting, SORTED, filter, sort);
                assertThat(sorted).as("%s", sort).hasSize((int) count).doesNotHaveDuplicates();
                assertThat(pages(walking, KEPT, filter, sort)).as("%s", sort).isEqualTo(sorted);
                assertThat(pages(sorting, KEPT, filter, sort)).as("%s", sort).isEqualTo(sorted);
            }
        }
    }

    @Test
    void aDeviceIsFoundByEachOfItsIds() {
        for (String id : List.of("SILENT_EVERYWHERE7", "d7", "i7")) {
            UUID guid = jdbc.sql("select md5(:id)::uuid")
                    .param("id", id)
                    .query(UUID.class)
                    .single();
            FindingFilter filter = filter(guid.toString().replace("-", ""), Situation.SILENT_EVERYWHERE);

            assertThat(pages(walking, KEPT, filter, Sort.unsorted()))
                    .isEqualTo(pages(sorting, SORTED, filter, Sort.unsorted()))
                    .hasSize(1);
        }
    }

    @Test
    void shortListsAreNotKept() {
        assertThat(lists.findings().find(KEPT, filter("", Situation.SILENT_EVERYWHERE)))
                .hasValueSatisfying(list -> assertThat(list.devices()).isEqualTo(LONG));
        assertThat(lists.findings().find(KEPT, filter("", Situation.BROKEN_LINK)))
                .isEmpty();
        assertThat(pages(walking, KEPT, filter("", Situation.BROKEN_LINK), Sort.by("name")))
                .isEqualTo(pages(sorting, SORTED, filter("", Situation.BROKEN_LINK), Sort.by("name")))
                .hasSize(15);
    }

    @Test
    void whatThePortalDoesToADeviceIsInTheOrderAtOnce() {
        UUID device = jdbc.sql(
                        "select object_id from finding where run_id = :run and enabled order by object_id limit 1")
                .param("run", KEPT)
                .query(UUID.class)
                .single();
        var change = new VerifiedChange(device, VerifiedChange.Kind.DISABLED, Instant.EPOCH, Instant.EPOCH, 1);
        jdbc.sql("update finding set enabled = false where object_id = :device")
                .param("device", device)
                .update();

        lists.correct(new DeviceCorrected(KEPT, change));

        FindingFilter all = filter("", Situation.SILENT_EVERYWHERE);
        assertThat(pages(walking, KEPT, all, Sort.by("enabled")))
                .isEqualTo(pages(sorting, SORTED, all, Sort.by("enabled")));
    }

    @Test
    void preparedAgainAfterARestartAListIsThereOnce() {
        Runnable publish = lists.prepare(lists.findings(), KEPT);
        publish.run();

        assertThat(pages(walking, KEPT, filter("", Situation.SILENT_EVERYWHERE), Sort.by("name")))
                .hasSize(LONG);
    }

    @Test
    void theListsOfTheNewestTwoResultsAreKeptAndTheTablesOfOthersGoWithTheNextRun() {
        for (long run = 3; run <= 5; run++) {
            add(run, 30, "SILENT_EVERYWHERE");
            lists.prepare(lists.findings(), run).run();
        }

        assertThat(jdbc.sql("select run_id from finding_list order by 1")
                        .query(Long.class)
                        .list())
                .containsExactly(4L, 5L);
        assertThat(tables()).contains("listed_finding_4", "listed_finding_5").doesNotContain("listed_finding_2");
        FindingFilter all = filter("", Situation.SILENT_EVERYWHERE);
        assertThat(pages(walking, KEPT, all, Sort.by("user"))).isEqualTo(pages(sorting, SORTED, all, Sort.by("user")));
    }

    @Test
    void aRunWithoutAResultLeavesNoList() {
        lists.findings().discard(KEPT);

        FindingFilter all = filter("", Situation.SILENT_EVERYWHERE);
        assertThat(pages(walking, KEPT, all, Sort.by("why"))).isEqualTo(pages(sorting, SORTED, all, Sort.by("why")));
        add(3, 5, "BROKEN_LINK");
        lists.prepare(lists.findings(), 3).run();
        assertThat(tables()).isEmpty();
    }

    private List<String> tables() {
        return jdbc.sql("select relname from pg_class where relkind = 'r' and relname like 'listed\\_finding\\__%'")
                .query(String.class)
                .list();
    }

    private static FindingFilter filter(String text, Situation situation) {
        return new FindingFilter(text, situation, Platform.WINDOWS, Ownership.CORPORATE, Kind.ORDINARY.group());
    }

    private static List<UUID> pages(FindingRepository repository, long run, FindingFilter filter, Sort sort) {
        List<UUID> rows = new ArrayList<>();
        for (int page = 0; rows.size() == page * 7; page++) {
            repository.find(run, filter, PageRequest.of(page, 7, sort)).forEach(row -> rows.add(row.objectId()));
        }
        return rows;
    }
}
