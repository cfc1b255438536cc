package org.deviceoffboarding.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the rules that owners saved. */
@Repository
class RulesRepository {

    private final JdbcClient jdbc;

    RulesRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SavedRules newest() {
        return jdbc.sql("select * from evaluation_rules order by version desc limit 1")
                .query(RulesRepository::toRules)
                .optional()
                .orElse(SavedRules.DEFAULTS);
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such version; 0 is what holds before the first */
    SavedRules get(long version) {
        return version == SavedRules.DEFAULTS.version()
                ? SavedRules.DEFAULTS
                : jdbc.sql("select * from evaluation_rules where version = :version")
                        .param("version", version)
                        .query(RulesRepository::toRules)
                        .single();
    }

    /** @throws RulesChangedMeanwhileException if there are newer ones than the version before; the transaction is then of no more use */
    void add(long versionBefore, JudgingRules rules, boolean keepProgress, Actor actor, Instant now) {
        if (newest().version() != versionBefore) {
            throw new RulesChangedMeanwhileException();
        }
        try {
            jdbc.sql("""
                    insert into evaluation_rules (version, saved_at, saved_by_id, saved_by_name, look_back, silent_after,
                        grace_period, teams_phones, opted_in, situations, keep_progress, grace_periods)
                    values (:version, :now, :actorId, :actorName, :lookBack, :silentAfter, :gracePeriod, :teamsPhones,
                        :optedIn, :situations, :keepProgress, :gracePeriods)
                    """)
                    .param("version", versionBefore + 1)
                    .param("now", Sql.timestamp(now))
                    .param("actorId", actor.id())
                    .param("actorName", Sql.text(actor.name()))
                    .param("lookBack", rules.lookBack().toDays())
                    .param("silentAfter", rules.silentAfter().toDays())
                    .param("gracePeriod", rules.gracePeriod().toDays())
                    .param(
                            "teamsPhones",
                            rules.teamsPhones().stream().map(Sql::text).toArray(String[]::new))
                    .param("optedIn", names(rules.optedIn()))
                    .param("situations", names(rules.situations()))
                    .param("keepProgress", keepProgress)
                    .param("gracePeriods", periods(rules.gracePeriods()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new RulesChangedMeanwhileException();
        }
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** As {@code IOS=60}, in days. */
    private static String[] periods(Map<Platform, Duration> periods) {
        return periods.entrySet().stream()
                .map(each -> each.getKey().name() + "=" + each.getValue().toDays())
                .sorted()
                .toArray(String[]::new);
    }

    private static Map<Platform, Duration> periods(List<String> texts) {
        Map<Platform, Duration> periods = new EnumMap<>(Platform.class);
        for (String text : texts) {
            int sign = text.indexOf('=');
            periods.put(
                    Platform.valueOf(text.substring(0, sign)),
                    Duration.ofDays(Long.parseLong(text.substring(sign + 1))));
        }
        return periods;
    }

    private static SavedRules toRules(ResultSet row, int number) throws SQLException {
        JudgingRules rules = JudgingRules.defaults()
                .withLookBack(Duration.ofDays(row.getInt("look_back")))
                .withSilentAfter(Duration.ofDays(row.getInt("silent_after")))
                .withGracePeriod(Duration.ofDays(row.getInt("grace_period")))
                .withGracePeriods(periods(texts(row, "grace_periods")))
                .withTeamsPhones(texts(row, "teams_phones"))
                .withOptedIn(texts(row, "opted_in").stream().map(Kind::valueOf).collect(Collectors.toSet()))
                .withSituations(texts(row, "situations").stream()
                        .map(Situation::valueOf)
                        .collect(Collectors.toSet()));
        return new SavedRules(
                row.getLong("version"),
                rules,
                row.getBoolean("keep_progress"),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instant(row, "saved_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).toList();
    }
}
