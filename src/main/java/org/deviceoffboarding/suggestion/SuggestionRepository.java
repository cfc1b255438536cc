package org.deviceoffboarding.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SuggestionRepository {

    private static final String MATCHES = """
             from suggestion_now
            where run_id = :run
              and (:text = '' or title ilike :pattern or detail ilike :pattern or assignee ilike :pattern)
              and (cast(:situation as text) is null or situation = :situation)
              and (cast(:platform as text) is null or platform = :platform)
              and (cast(:ownership as text) is null or ownership = :ownership)
              and (cast(:status as text) is null or status = :status)
            """;

    /** What is certain first, and of that what helps most. */
    private static final String WORTH = """
            array_position(array['READY_TO_DELETE', 'REMOVED_FROM_INTUNE', 'BROKEN_LINK', 'AUTOPILOT_LEFTOVER',
                'SILENT_EVERYWHERE', 'SILENT_AND_UNMANAGED'], situation),
            devices desc, id""";

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "title", "title",
            "situation", "situation",
            "platform", "platform",
            "ownership", "ownership",
            "devices", "devices",
            "status", "status",
            "assignee", "lower(assignee)",
            "updatedAt", "updated_at");

    private final JdbcClient jdbc;
    private final FilteredTable<Suggestion> table;

    SuggestionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(jdbc, MATCHES, SORTABLE, WORTH, SuggestionRepository::toSuggestion);
    }

    /** Forgets the suggestions of a run, so that they can be made again. */
    void clear(long runId) {
        jdbc.sql("delete from suggestion where run_id = :run")
                .param("run", runId)
                .update();
    }

    void add(long runId, FindingGroup group, long silentDays, List<Factor> factors, Instant now) {
        long id = jdbc.sql("""
                insert into suggestion (run_id, situation, platform, ownership, kind_group, title, summary, detail,
                    devices, status, updated_at)
                values (:run, :situation, :platform, :ownership, :kinds, :title, :summary, :detail, :devices,
                    'NOT_STARTED', :now)
                returning id
                """)
                .param("run", runId)
                .param("situation", group.situation().name())
                .param("platform", group.platform().name())
                .param("ownership", group.ownership().name())
                .param("kinds", group.kinds().name())
                .param("title", Wording.title(group))
                .param("summary", Wording.summary(group, silentDays))
                .param("detail", Wording.detail(group, silentDays))
                .param("devices", group.devices())
                .param("now", Sql.timestamp(now))
                .query(Long.class)
                .single();
        for (int position = 0; position < factors.size(); position++) {
            add(id, position, factors.get(position));
        }
    }

    private void add(long suggestionId, int position, Factor factor) {
        jdbc.sql("""
                insert into factor (suggestion_id, position, sentence, devices)
                values (:suggestion, :position, :sentence, :devices)
                """)
                .param("suggestion", suggestionId)
                .param("position", position)
                .param("sentence", factor.sentence())
                .param("devices", factor.devices())
                .update();
    }

    /** Returns all of a run's, the most worthwhile first. */
    List<Suggestion> all(long runId) {
        return jdbc.sql("select * from suggestion_now where run_id = :run order by " + WORTH)
                .param("run", runId)
                .query(SuggestionRepository::toSuggestion)
                .list();
    }

    List<Suggestion> find(long runId, SuggestionFilter filter, Pageable page) {
        return table.page(parameters(runId, filter), page);
    }

    long count(long runId, SuggestionFilter filter) {
        return table.count(parameters(runId, filter));
    }

    /** Returns the one that has all of these devices. */
    Optional<Suggestion> withAll(long runId, Collection<UUID> objectIds) {
        return jdbc.sql("""
                select * from suggestion_now
                where id in (
                    select s.id from suggestion s
                    join flagged_device f using (run_id, situation, platform, ownership, kind_group)
                    where s.run_id = :run and f.object_id = any(:objects)
                    group by s.id having count(*) = :devices)
                """)
                .param("run", runId)
                .param("objects", objectIds.toArray(UUID[]::new))
                .param("devices", objectIds.size())
                .query(SuggestionRepository::toSuggestion)
                .optional();
    }

    /** Returns those that are not completed, the most worthwhile first. */
    List<Suggestion> open(long runId, int limit) {
        return jdbc.sql("select * from suggestion_now where run_id = :run and status <> 'COMPLETED' order by " + WORTH
                        + " limit :limit")
                .param("run", runId)
                .param("limit", limit)
                .query(SuggestionRepository::toSuggestion)
                .list();
    }

    /** @param current the run whose result counts */
    Optional<SuggestionDetails> details(long id, long current) {
        return jdbc.sql("select * from suggestion_now where id = :id")
                .param("id", id)
                .query((row, number) -> new SuggestionDetails(
                        toSuggestion(row, number),
                        factors(id),
                        row.getString("note"),
                        row.getString("managed_by"),
                        toCheck(row),
                        row.getLong("run_id") == current))
                .optional();
    }

    Optional<Suggestion> get(long id) {
        return jdbc.sql("select * from suggestion_now where id = :id")
                .param("id", id)
                .query(SuggestionRepository::toSuggestion)
                .optional();
    }

    private List<Factor> factors(long suggestionId) {
        return jdbc.sql("select sentence, devices from factor where suggestion_id = :id order by position")
                .param("id", suggestionId)
                .query((row, number) -> new Factor(row.getString("sentence"), row.getInt("devices")))
                .list();
    }

    private static @Nullable CompletionCheck toCheck(ResultSet row) throws SQLException {
        long run = row.getLong("checked_by_run");
        int stillThere = row.getInt("still_there");
        return run == 0 ? null : new CompletionCheck(run, row.getInt("devices") - stillThere, stillThere);
    }

    private static FilterParameters parameters(long runId, SuggestionFilter filter) {
        return FilterParameters.search(filter.text())
                .with("run", runId)
                .with("situation", filter.situation())
                .with("platform", filter.platform())
                .with("ownership", filter.ownership())
                .with("status", filter.status());
    }

    private static @Nullable Assignee toAssignee(ResultSet row) throws SQLException {
        String kind = row.getString("assignee_kind");
        return kind == null
                ? null
                : new Assignee(AssigneeKind.valueOf(kind), row.getString("assignee_id"), row.getString("assignee"));
    }

    private static Suggestion toSuggestion(ResultSet row, int number) throws SQLException {
        return new Suggestion(
                row.getLong("id"),
                row.getLong("run_id"),
                Situation.valueOf(row.getString("situation")),
                Platform.valueOf(row.getString("platform")),
                Ownership.valueOf(row.getString("ownership")),
                KindGroup.valueOf(row.getString("kind_group")),
                row.getString("title"),
                row.getString("summary"),
                row.getString("detail"),
                row.getInt("devices"),
                SuggestionStatus.valueOf(row.getString("status")),
                new DoneDevices(
                        row.getInt("disabled"),
                        row.getInt("taken_over"),
                        row.getInt("deleted"),
                        Sql.instantOrNull(row, "first_disabled_at"),
                        Sql.instantOrNull(row, "last_disabled_at"),
                        Sql.instantOrNull(row, "changed_at")),
                toAssignee(row),
                Sql.instant(row, "updated_at"),
                row.getLong("version"));
    }
}
