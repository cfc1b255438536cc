package org.deviceoffboarding.evaluation.rules;

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
import org.deviceoffboarding.base.VersionedSettings;
import org.deviceoffboarding.base.setting.SettingVersions;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the rules that owners saved. */
@Repository
class RulesRepository {

    private final VersionedSettings<SavedRules> versions;

    RulesRepository(JdbcClient jdbc) {
        this.versions = new VersionedSettings<>(
                jdbc,
                "evaluation_rules",
                SavedRules.DEFAULTS,
                RulesRepository::toRules,
                "Somebody else has changed the thresholds meanwhile. Nothing was saved: open the page again and repeat your change.");
    }

    /** Returns all that were saved. */
    SettingVersions<SavedRules> versions() {
        return new SettingVersions<>(
                versions,
                (before, now) -> RulesChanged.between(before, now.rules(), now.keepProgress())
                        .changes());
    }

    SavedRules newest() {
        return versions.newest();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such version; 0 is what holds before the first */
    SavedRules get(long version) {
        return versions.get(version);
    }

    /** @throws ChangedMeanwhileException if there is a newer version */
    void requireNewest(long version) {
        versions.requireNewest(version);
    }

    /** @throws ChangedMeanwhileException if there are newer ones than the version before; the transaction is then of no more use */
    SavedRules add(long versionBefore, JudgingRules rules, boolean keepProgress, Actor actor, Instant now) {
        return versions.add(
                versionBefore,
                Map.of(
                        "look_back", rules.lookBack().toDays(),
                        "silent_after", rules.silentAfter().toDays(),
                        "grace_period", rules.gracePeriod().toDays(),
                        "grace_periods", periods(rules.gracePeriods()),
                        "teams_phones",
                                rules.teamsPhones().stream().map(Sql::text).toArray(String[]::new),
                        "opted_in", names(rules.optedIn()),
                        "situations", names(rules.situations()),
                        "keep_progress", keepProgress),
                new VersionedSettings.Saved(actor, now));
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
