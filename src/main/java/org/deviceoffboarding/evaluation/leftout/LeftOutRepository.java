package org.deviceoffboarding.evaluation.leftout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.evaluation.PortalWords;
import org.deviceoffboarding.evaluation.execution.FindingTable;
import org.deviceoffboarding.evaluation.listing.ListedLeftOut;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows which devices a run left out. */
@Repository
class LeftOutRepository {

    private static final String MATCHES = """
             from left_out
            where run_id = :run
              and (:text = '' or name ilike :pattern or detail ilike :pattern or object_id = cast(:guid as uuid))
              and (cast(:reason as text) is null or reason = :reason)
              and (cast(:situation as text) is null or situation = :situation)
            """;

    private static final String LISTED_BY_TEXT = " and (e.search_text like lower(:pattern) or e.object_id = :guid)";

    private final JdbcClient jdbc;
    private final ListedLeftOut lists;
    private final IndexedRows<LeftOutDevice> listed;

    @Autowired
    LeftOutRepository(JdbcClient jdbc, ListedLeftOut lists) {
        this(jdbc, lists, IndexedRows.FEW);
    }

    /** @param few how many of a list that is kept are sorted at most; what is found does not depend on it */
    LeftOutRepository(JdbcClient jdbc, ListedLeftOut lists, int few) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.listed = new IndexedRows<>(jdbc, few, LeftOutRepository::toDevice);
    }

    /** Returns a page of devices: off the list where one is kept, else sorted, which is the same. */
    List<LeftOutDevice> find(long runId, LeftOutFilter filter, Pageable page) {
        LeftOutOrder order = LeftOutOrder.of(page.getSort());
        Map<LeftOutReason, Long> totals = lists.totals(runId);
        return totals.isEmpty()
                ? table(order).page(parameters(runId, filter), page)
                : listed.page(listed(runId, filter, totals), order.listed(), page);
    }

    long count(long runId, LeftOutFilter filter) {
        Map<LeftOutReason, Long> totals = lists.totals(runId);
        return totals.isEmpty()
                ? table(LeftOutOrder.BY_REASON).count(parameters(runId, filter))
                : listed.countAll(listed(runId, filter, totals));
    }

    /** Counts those that match, if they are not too many. */
    RowCount roughly(long runId, LeftOutFilter filter) {
        Map<LeftOutReason, Long> totals = lists.totals(runId);
        return totals.isEmpty() ? RowCount.exactly(count(runId, filter)) : listed.count(listed(runId, filter, totals));
    }

    private FilteredTable<LeftOutDevice> table(LeftOutOrder order) {
        return new FilteredTable<>(jdbc, MATCHES, LeftOutOrder.SORTABLE, order.ties(), LeftOutRepository::toDevice);
    }

    private static ListedRows listed(long runId, LeftOutFilter filter, Map<LeftOutReason, Long> totals) {
        boolean text = !filter.text().isBlank();
        return new ListedRows(
                ListedLeftOut.table(runId),
                "object_id",
                "left_out w on w.run_id = :run and w.object_id = e.object_id",
                " where true"
                        + (text ? LISTED_BY_TEXT : "")
                        + (filter.reason() == null ? "" : " and e.reason = :reason")
                        + (filter.situation() == null ? "" : " and e.situation = :situation"),
                parameters(runId, filter).values(),
                !filter.equals(LeftOutFilter.NONE),
                text || filter.situation() != null
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                filter.reason() == null
                                        ? totals.values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum()
                                        : totals.getOrDefault(filter.reason(), 0L)));
    }

    Optional<LeftOutDevice> get(long runId, UUID objectId) {
        return jdbc.sql("select * from left_out where run_id = :run and object_id = :object")
                .param("run", runId)
                .param("object", objectId)
                .query(LeftOutRepository::toDevice)
                .optional();
    }

    Map<LeftOutReason, Long> countByReason(long runId) {
        Map<LeftOutReason, Long> totals = lists.totals(runId);
        return totals.isEmpty() ? counted(runId) : totals;
    }

    private Map<LeftOutReason, Long> counted(long runId) {
        Map<LeftOutReason, Long> counts = new EnumMap<>(LeftOutReason.class);
        jdbc.sql("select reason, count(*) as devices from left_out where run_id = :run group by reason")
                .param("run", runId)
                .query(row -> {
                    counts.put(LeftOutReason.valueOf(row.getString("reason")), row.getLong("devices"));
                });
        return counts;
    }

    private ExportedTable<LeftOutDevice> exported(LeftOutOrder order) {
        return new ExportedTable<>(table(order), RowKey.ascending("object_id", LeftOutDevice::objectId));
    }

    private static FilterParameters parameters(long runId, LeftOutFilter filter) {
        return FilterParameters.search(filter.text())
                .with("run", runId)
                .with("guid", Guids.parse(filter.text()))
                .with("reason", filter.reason())
                .with("situation", filter.situation());
    }

    private static LeftOutDevice toDevice(ResultSet row, int number) throws SQLException {
        return new LeftOutDevice(
                row.getLong("run_id"),
                row.getObject("object_id", UUID.class),
                row.getString("name"),
                Platform.valueOf(row.getString("platform")),
                LeftOutReason.valueOf(row.getString("reason")),
                Situation.valueOf(row.getString("situation")),
                PortalWords.behind(row.getString("detail"), FindingTable.change(row)),
                constant(Ownership.class, row.getString("ownership")),
                constant(KindGroup.class, row.getString("kind_group")),
                row.getString("instruction"),
                FindingTable.change(row));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    ExportPage<LeftOutFilter, LeftOutDevice> export(long runId, LeftOutFilter filter, Sort sort) {
        return exported(LeftOutOrder.of(sort)).first(filter, parameters(runId, filter), sort);
    }

    ExportPage<LeftOutFilter, LeftOutDevice> export(ExportPage<LeftOutFilter, LeftOutDevice> before) {
        return exported(LeftOutOrder.of(Sort.unsorted()))
                .next(before, parameters(before.last().runId(), before.of()));
    }
}
