package org.deviceoffboarding.ask.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.AskedOrder;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.Listed;
import org.deviceoffboarding.playbook.SortPlaybook;
import org.deviceoffboarding.playbook.SortPlaybooks;
import org.deviceoffboarding.suggestion.AskedSuggestions;
import org.deviceoffboarding.suggestion.CountedAmong;
import org.deviceoffboarding.suggestion.FlaggedAmong;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Answers which devices, and how many. */
@Component
class DeviceAnswers {

    /** More are not put in an order one by one. */
    private static final int MOST_RANKED = 10_000;

    /** What the list of devices calls what it can sort by. */
    private static final Map<AskedOrder, String> LIST_ORDERS = Map.ofEntries(
            Map.entry(AskedOrder.NAME, "name"),
            Map.entry(AskedOrder.PLATFORM, "platform"),
            Map.entry(AskedOrder.OWNERSHIP, "ownership"),
            Map.entry(AskedOrder.JOIN_TYPE, "joinType"),
            Map.entry(AskedOrder.SERIAL_NUMBER, "serialNumber"),
            Map.entry(AskedOrder.USER, "user"),
            Map.entry(AskedOrder.ENABLED, "enabled"),
            Map.entry(AskedOrder.SIGN_IN, "lastSignIn"),
            Map.entry(AskedOrder.SYNC, "lastSync"));

    private static final Map<AskedOrder, Listed.Time> TIMES = Map.of(
            AskedOrder.SIGN_IN, Listed.Time.SIGN_IN,
            AskedOrder.SYNC, Listed.Time.SYNC,
            AskedOrder.HEARD, Listed.Time.HEARD);

    /**
     * The devices that count: all that fit, or the first of them.
     *
     * @param among how many these are, and which of them are flagged
     */
    private record Counted(DeviceCondition devices, CountedAmong among, long fitting) {

        long count() {
            return among.devices();
        }
    }

    private final AskedDevices devices;
    private final AskedSuggestions suggestions;
    private final SortPlaybooks playbooks;
    private final Comparisons comparisons;
    private final Near near;
    private final Further further;

    DeviceAnswers(
            AskedDevices devices,
            AskedSuggestions suggestions,
            SortPlaybooks playbooks,
            Comparisons comparisons,
            Near near,
            Further further) {
        this.devices = devices;
        this.suggestions = suggestions;
        this.playbooks = playbooks;
        this.comparisons = comparisons;
        this.near = near;
        this.further = further;
    }

    long count(Asked asked) {
        long fitting = devices.count(asked.runId(), asked.devices());
        Ranking ranking = asked.question().ranking();
        return ranking == null ? fitting : Math.min(fitting, ranking.most());
    }

    Answer answer(Asked asked, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        Question question = asked.question();
        Counted counted = counted(asked, all);
        FlaggedAmong flagged = counted.among().flagged();
        boolean whole = question.wish() == Wish.DEVICES;
        List<SortPlaybook> steps = whole ? playbooks.of(flagged.sorts()) : List.of();
        @Nullable
        ComparedAnswer compared =
                question.compared() == null ? null : comparisons.of(asked, question.compared(), counted.fitting(), all);
        return new Answer.Devices(
                question,
                asked.basis(),
                Summaries.compared(
                        compared, Summaries.of(asked, counted.count(), counted.fitting(), flagged, suggestions)),
                counted.count(),
                counted.fitting(),
                flagged.flagged(),
                whole ? flagged.factors() : List.of(),
                whole ? flagged.besides() : List.of(),
                steps,
                counted.devices().equals(DeviceCondition.ALL) ? DeviceFilter.NONE : DeviceFilter.of(counted.devices()),
                order(question.ranking(), all),
                compared,
                all,
                near.of(asked, counted.fitting()),
                further.of(asked, counted.fitting(), flagged));
    }

    private Counted counted(Asked asked, List<String> notes) {
        DeviceCondition condition = asked.devices();
        Ranking ranking = asked.question().ranking();
        if (ranking == null) {
            return all(asked, condition);
        }
        long fitting = devices.count(asked.runId(), condition);
        if (ranking.most() >= fitting) {
            return all(asked, condition);
        }
        int most = Math.min(ranking.most(), MOST_RANKED);
        if (most < ranking.most()) {
            notes.add("Only the first 10,000 are listed: more are not put in an order one by one.");
        }
        AskedOrder by = ranking.by() == null ? AskedOrder.NAME : Groupings.order(ranking.by());
        List<UUID> first = devices
                .first(
                        asked.runId(),
                        timely(condition, by, asked),
                        by,
                        ranking.by() == null || ranking.ascending(),
                        most)
                .stream()
                .map(DeviceRow::objectId)
                .toList();
        DeviceCondition these = Listed.objectIds(first);
        return new Counted(these, among(asked, these), fitting);
    }

    private Counted all(Asked asked, DeviceCondition condition) {
        CountedAmong among = among(asked, condition);
        return new Counted(condition, among, among.devices());
    }

    private CountedAmong among(Asked asked, DeviceCondition condition) {
        return devices.marks(asked.runId(), condition)
                .map(marks -> suggestions.among(asked.runId(), marks))
                .orElseGet(() -> suggestions.among(asked.runId(), devices.subset(asked.runId(), condition)));
    }

    /** A device with a time in the future has no place in an order by it. */
    private static DeviceCondition timely(DeviceCondition condition, AskedOrder by, Asked asked) {
        Listed.Time time = TIMES.get(by);
        return time == null
                ? condition
                : new DeviceCondition.All(
                        List.of(condition, new DeviceCondition.Not(Listed.inFuture(time, asked.now()))));
    }

    private static Sort order(@Nullable Ranking ranking, List<String> notes) {
        if (ranking == null || ranking.by() == null) {
            return Sort.unsorted();
        }
        String property = LIST_ORDERS.get(Groupings.order(ranking.by()));
        if (property == null) {
            notes.add("The list below can't be sorted by " + ranking.by().words() + ": it shows them by name.");
            return Sort.unsorted();
        }
        Sort order = Sort.by(property);
        return ranking.ascending() ? order : order.descending();
    }
}
