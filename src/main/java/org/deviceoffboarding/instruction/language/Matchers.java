package org.deviceoffboarding.instruction.language;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;

/**
 * Gathers the conditions of many instructions by sort, so that a device is looked up once for each sort rather than once
 * for each instruction.
 */
final class Matchers {

    private final Instant now;
    private final ZoneId zone;
    private final IdTable.Builder ids = new IdTable.Builder();
    private final Map<Source, TimeTable> times = new EnumMap<>(Source.class);
    private final Map<ConditionType, ChoiceTable> choices = new EnumMap<>(ConditionType.class);
    private final Map<ConditionType, PatternTable> patterns = new EnumMap<>(ConditionType.class);
    private final List<Matcher> others = new ArrayList<>();

    Matchers(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Adds an instruction, which fits where all of its conditions do. */
    void add(List<Criterion> criteria, int position) {
        if (criteria.size() == 1) {
            add(criteria.getFirst(), position);
        } else {
            others.add(criteria.stream()
                    .map(criterion -> alone(criterion, position))
                    .reduce(Matcher::both)
                    .orElseThrow());
        }
    }

    Matcher matcher() {
        List<Matcher> all = new ArrayList<>(choices.values());
        all.addAll(times.values());
        if (!ids.isEmpty()) {
            all.add(ids.build());
        }
        all.addAll(patterns.values());
        all.addAll(others);
        return all.stream().reduce(Matcher::firstOf).orElse(_ -> Integer.MAX_VALUE);
    }

    private Matcher alone(Criterion criterion, int position) {
        Matchers alone = new Matchers(now, zone);
        alone.add(criterion, position);
        return alone.matcher();
    }

    private void add(Criterion criterion, int position) {
        switch (criterion) {
            case Criterion.Ids listed -> listed.ids().forEach(id -> ids.add(id, position));
            case Criterion.Activity activity ->
                times.computeIfAbsent(activity.source(), TimeTable::new).add(activity, position, now, zone);
            case Criterion.Choices listed ->
                listed.choices()
                        .forEach(choice -> choices.computeIfAbsent(listed.type(), ChoiceTable::new)
                                .add(choice, position));
            case Criterion.Texts texts ->
                texts.patterns()
                        .forEach(pattern -> patterns.computeIfAbsent(texts.type(), PatternTable::new)
                                .add(pattern, position));
            case Criterion.Groups groups ->
                others.add(device -> groups.groups().stream().anyMatch(device::isIn) ? position : Integer.MAX_VALUE);
            case Criterion.Time _, Criterion.Never _, Criterion.Version _, Criterion.None _ ->
                throw new IllegalArgumentException(
                        "No instruction goes by " + criterion.type().words());
        }
    }
}
