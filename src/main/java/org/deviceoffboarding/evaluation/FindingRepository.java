package org.deviceoffboarding.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
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
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.evaluation.execution.FindingTable;
import org.deviceoffboarding.evaluation.listing.FindingList;
import org.deviceoffboarding.evaluation.listing.ListedFindings;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows the findings of a run. */
@Repository
class FindingRepository {

    private static final String MATCHES = """
             from finding
            where run_id = :run
              and (:text = '' or name ilike :pattern or serial_number ilike :pattern or user_name ilike :pattern
                   or registered_owner ilike :pattern
                   or cast(:guid as uuid) in (object_id, device_id, intune_id))
              and (cast(:situation as text) is null or situation = :situation)
              and (cast(:platform as text) is null or platform = :platform)
              and (cast(:ownership as text) is null or ownership = :ownership)
              and (cast(:group as text) is null or kind_group = :group)
            """;

    private static final String LISTED_BY_TEXT = " and e.search_text like lower(:pattern)";

    private static final String LISTED_BY_ID = " and (e.search_text like lower(:pattern)"
            + " or e.object_id = :guid or e.device_id = :guid or e.intune_id = :guid)";

    private final JdbcClient jdbc;
    private final ListedFindings lists;
    private final FilteredTable<FoundDevice> found;
    private final IndexedRows<Finding> listed;

    @Autowired
    FindingRepository(JdbcClient jdbc, ListedFindings lists) {
        this(jdbc, lists, IndexedRows.FEW);
    }

    /** @param few how many of a list that is kept are sorted at most; what is found does not depend on it */
    FindingRepository(JdbcClient jdbc, ListedFindings lists, int few) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.found = new FilteredTable<>(jdbc, MATCHES, Map.of(), "name, object_id", FindingRepository::toFound)
                .reading("object_id, portal_change");
        this.listed = new IndexedRows<>(jdbc, few, FindingTable::read);
    }

    /** Returns a page of findings: off a list where one is kept, else sorted, which is the same. */
    List<Finding> find(long runId, FindingFilter filter, Pageable page) {
        FindingOrder order = FindingOrder.of(page.getSort());
        return order.listed()
                .flatMap(listedOrder ->
                        lists.find(runId, filter).map(list -> listed.page(listed(list, filter), listedOrder, page)))
                .orElseGet(() -> table(order).page(parameters(runId, filter), page));
    }

    long count(long runId, FindingFilter filter) {
        return lists.find(runId, filter)
                .map(list -> listed.countAll(listed(list, filter)))
                .orElseGet(() -> table(FindingOrder.BY_NAME).count(parameters(runId, filter)));
    }

    /** Counts those that match, if they are not too many. */
    RowCount roughly(long runId, FindingFilter filter) {
        return lists.find(runId, filter)
                .map(list -> listed.count(listed(list, filter)))
                .orElseGet(() -> RowCount.exactly(count(runId, filter)));
    }

    /** Returns how many findings of a run are in a situation: what was counted with its result, if it was. */
    long total(long runId, Situation situation) {
        return jdbc.sql("""
                select coalesce(sum(devices) filter (where situation = :situation), 0) from finding_total
                where run_id = :run having count(*) > 0
                """)
                .param("run", runId)
                .param("situation", situation.name())
                .query(Long.class)
                .optional()
                .orElseGet(() -> count(runId, new FindingFilter("", situation, null, null, null)));
    }

    private FilteredTable<Finding> table(FindingOrder order) {
        return new FilteredTable<>(jdbc, MATCHES, FindingOrder.SORTABLE, order.ties(), FindingTable::read);
    }

    private static ListedRows listed(FindingList list, FindingFilter filter) {
        UUID guid = Guids.parse(filter.text());
        String text = TextLimits.cut(filter.text().strip(), TextLimits.SEARCH);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("run", list.runId());
        parameters.put("list", list.list());
        parameters.put("pattern", Sql.containing(text));
        parameters.put("guid", guid);
        return new ListedRows(
                list.table(),
                "object_id",
                "finding w on w.run_id = :run and w.object_id = e.object_id",
                " where e.list = :list" + (text.isEmpty() ? "" : guid == null ? LISTED_BY_TEXT : LISTED_BY_ID),
                parameters,
                !text.isEmpty(),
                text.isEmpty() ? OptionalLong.of(list.devices()) : OptionalLong.empty());
    }

    /** Returns the devices of all findings that match, by name, at most so many. */
    List<FoundDevice> devices(long runId, FindingFilter filter, int most) {
        return found.page(parameters(runId, filter), PageRequest.ofSize(most));
    }

    private static FoundDevice toFound(ResultSet row, int number) throws SQLException {
        String change = row.getString("portal_change");
        return new FoundDevice(
                row.getObject("object_id", UUID.class), change == null ? null : VerifiedChange.Kind.valueOf(change));
    }

    /** Returns the findings of a run for these devices; devices without one are missing. */
    List<Finding> find(long runId, Collection<UUID> objectIds) {
        return jdbc.sql("select * from finding where run_id = :run and object_id = any(:objects)")
                .param("run", runId)
                .param("objects", objectIds.toArray(UUID[]::new))
                .query(FindingTable::read)
                .list();
    }

    Optional<Finding> get(long runId, UUID objectId) {
        return jdbc.sql("select * from finding where run_id = :run and object_id = :object")
                .param("run", runId)
                .param("object", objectId)
                .query(FindingTable::read)
                .optional();
    }

    private ExportedTable<Finding> exported(FindingOrder order) {
        return new ExportedTable<>(table(order), RowKey.ascending("object_id", Finding::objectId));
    }

    private static FilterParameters parameters(long runId, FindingFilter filter) {
        return FilterParameters.search(filter.text())
                .with("run", runId)
                .with("guid", Guids.parse(filter.text()))
                .with("situation", filter.situation())
                .with("platform", filter.platform())
                .with("ownership", filter.ownership())
                .with("group", filter.group());
    }

    ExportPage<FindingFilter, Finding> export(long runId, FindingFilter filter, Sort sort) {
        return exported(FindingOrder.of(sort)).first(filter, parameters(runId, filter), sort);
    }

    ExportPage<FindingFilter, Finding> export(ExportPage<FindingFilter, Finding> before) {
        return exported(FindingOrder.BY_NAME)
                .next(before, parameters(before.last().runId(), before.of()));
    }
}
