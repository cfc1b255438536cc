package org.deviceoffboarding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Results;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.evaluation.trend.Change;
import org.deviceoffboarding.evaluation.trend.ComparedDevice;
import org.deviceoffboarding.evaluation.trend.ComparedRuns;
import org.deviceoffboarding.evaluation.trend.Trends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What a run found, taken away whole while other runs end and older results are no longer kept. */
@EvaluationTest
@WithMockUser(roles = Roles.READER)
class ResultExportTest {

    private static final PageRequest ALL = PageRequest.of(0, 100_000);

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private SuggestionExports exports;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private Trends trends;

    @Autowired
    private RunService runs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Results results;

    private long run;

    @BeforeEach
    void aRunThatFoundMoreThanComesInOnePart() {
        jdbc.sql("truncate evaluation_run, suggestion cascade").update();
        run = completedRun();
        found(run, 1, 11_000); // more than are sorted
        results.publish(results.prepare(run), () -> {});
    }

    @Test
    void allDevicesOfASuggestionComeOnceThoughANewerRunEndsMeanwhile() {
        long id = suggestion();
        List<Finding> list = suggestions.devices(id, "", ALL);

        List<Finding> exported = all(exports.devices(id, "", Sort.unsorted()), part -> {
            long newer = completedRun();
            found(newer, 500, 12_000);
            results.publish(results.prepare(newer), () -> {});
            return exports.devices(part);
        });

        assertThat(exported).hasSize(11_000);
        assertThat(Set.copyOf(exported)).isEqualTo(Set.copyOf(list));
    }

    @Test
    void fewDevicesAreSortedAsTheTableIs() {
        List<Finding> exported = all(
                exports.devices(suggestion(), "pc 7", Sort.by("serialNumber").descending()), exports::devices);

        assertThat(exported).hasSizeBetween(2, 9_999);
        assertThat(exported)
                .isEqualTo(suggestions.devices(
                        suggestion(),
                        "pc 7",
                        PageRequest.of(0, 100_000, Sort.by("serialNumber").descending())));
    }

    @Test
    void aSuggestionThatIsNoLongerKeptEndsWithAFault() {
        ExportPage<FindingFilter, Finding> first = exports.devices(suggestion(), "", Sort.unsorted());

        forget();

        assertThatExceptionOfType(ListGoneException.class).isThrownBy(() -> exports.devices(first));
        assertThatExceptionOfType(ListGoneException.class)
                .isThrownBy(() -> exports.devices(first.rows().getFirst().runId() + 99, "", Sort.unsorted()));
    }

    @Test
    void allDevicesThatWereLeftOutComeOnce() {
        jdbc.sql("""
                insert into left_out (run_id, object_id, name, platform, reason, situation, detail)
                select :run, md5('l' || i)::uuid, (array['', 'pc', 'PC', 'Äpfel'])[1 + i % 4] || i % 9, 'IOS',
                       (array['EXCEPTION', 'INSTRUCTION'])[1 + i % 2], 'SILENT_EVERYWHERE', 'Why'
                from generate_series(1, 11000) i
                """).param("run", run).update();

        List<LeftOutDevice> exported = all(leftOut.export(run, LeftOutFilter.NONE, Sort.unsorted()), leftOut::export);

        assertThat(exported).hasSize(11_000);
        assertThat(Set.copyOf(exported)).isEqualTo(Set.copyOf(leftOut.find(run, LeftOutFilter.NONE, ALL)));
        ExportPage<LeftOutFilter, LeftOutDevice> first = leftOut.export(run, LeftOutFilter.NONE, Sort.unsorted());
        forget();
        assertThatExceptionOfType(ListGoneException.class).isThrownBy(() -> leftOut.export(first));
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void manyComparedDevicesComeByObjectIdEachOnce(Change change) {
        long after = completedRun();
        found(run, 11_001, 22_000);
        found(after, 11_000, 33_000);

        ComparedRuns compared = new ComparedRuns(run, after, change);
        List<ComparedDevice> exported = all(trends.export(compared, Sort.by("name")), trends::export);

        assertThat(exported)
                .hasSizeGreaterThan(10_000)
                .isSortedAccordingTo((one, other) ->
                        one.objectId().toString().compareTo(other.objectId().toString()))
                .hasSameSizeAs(trends.compare(run, after, change, ALL));
        assertThat(Set.copyOf(exported)).isEqualTo(Set.copyOf(trends.compare(run, after, change, ALL)));
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void fewComparedDevicesAreSortedAsTheTableIs(Change change) {
        long after = completedRun();
        found(after, 6_000, 15_000);
        for (Sort sort : List.of(Sort.unsorted(), Sort.by("platform").descending(), Sort.by("after"))) {
            ExportPage<ComparedRuns, ComparedDevice> only = trends.export(new ComparedRuns(run, after, change), sort);

            assertThat(only.more()).isFalse();
            assertThat(only.rows())
                    .isNotEmpty()
                    .isEqualTo(trends.compare(run, after, change, PageRequest.of(0, 10_000, sort)));
        }
    }

    @Test
    void runsThatStartMeanwhileAreNotAmongThoseThatAreTakenAway() {
        assertThat(all(runs.export(), runs::export)).isEqualTo(runs.find(ALL));
    }

    private static <F, T> List<T> all(ExportPage<F, T> first, UnaryOperator<ExportPage<F, T>> next) {
        ExportPage<F, T> part = first;
        List<T> rows = new ArrayList<>(part.rows());
        while (part.more()) {
            part = next.apply(part);
            rows.addAll(part.rows());
        }
        return rows;
    }

    private long suggestion() {
        return jdbc.sql("select id from suggestion where run_id = :run")
                .param("run", run)
                .query(Long.class)
                .single();
    }

    private void forget() {
        jdbc.sql("update evaluation_run set forgotten_at = now() where id = :run")
                .param("run", run)
                .update();
    }

    private long completedRun() {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at, finished_at)
                values ('COMPLETED', 'SUGGEST', now(), 'oid-1', 'operator@contoso.example', 0, 0, now(), now(), now())
                returning id
                """).query(Long.class).single();
    }

    /** Names of which some are alike, some but for their case, and some empty. */
    private void found(long in, int first, int last) {
        jdbc.sql("""
                insert into finding (run_id, object_id, name, serial_number, platform, ownership, kind, kind_group, situation,
                    link_state, enabled, removal, removed_at, evidence)
                select :run, md5('o' || i)::uuid, (array['', 'pc ', 'PC ', 'Äpfel '])[1 + i % 4] || i % 9, 'S' || i % 13,
                       'IOS', 'CORPORATE', 'ORDINARY', 'ORDINARY', 'REMOVED_FROM_INTUNE', 'REMOVED', true, 'WIPE', now(),
                       array['Why']
                from generate_series(:first, :last) i
                """).param("run", in).param("first", first).param("last", last).update();
        jdbc.sql("analyze finding").update(); // as a run does
    }
}
