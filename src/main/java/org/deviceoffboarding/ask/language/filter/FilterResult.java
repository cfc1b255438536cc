package org.deviceoffboarding.ask.language.filter;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** What the stages of a filter ask, one after the other. Of one prompt, and of one thread. */
final class FilterResult {

    private final List<Condition> conditions = new ArrayList<>();
    private final List<ConditionType> groupedBy = new ArrayList<>();
    private boolean ofAll;
    private boolean counted;
    private @Nullable ConditionType sortedBy;
    private boolean ascending;
    private boolean sorted;
    private int most = Ranking.ALL;
    private @Nullable String named;

    /** It names the devices that it is about, so that no question before is meant. */
    void ofAll() {
        ofAll = true;
    }

    void named(String name) {
        named = name;
    }

    void where(Condition condition) {
        conditions.add(condition);
    }

    void count() {
        counted = true;
    }

    void group(List<ConditionType> fields) {
        groupedBy.addAll(fields);
    }

    /** @param field null for the number of devices of a group */
    void sort(@Nullable ConditionType field, boolean leastFirst) {
        sortedBy = field;
        ascending = leastFirst;
        sorted = true;
    }

    void limit(int number) {
        most = number;
    }

    boolean isCounted() {
        return counted;
    }

    List<ConditionType> groupedBy() {
        return groupedBy;
    }

    boolean isLimited() {
        return most != Ranking.ALL;
    }

    boolean isSorted() {
        return sorted;
    }

    /** Returns what it asks; null where it asks nothing. */
    @Nullable
    Question question(@Nullable Question before) {
        if (named != null) {
            return new Question(Wish.DEVICE, null, List.of(), null, null, List.of(named));
        }
        Question from = ofAll || before == null || before.wish().single() ? null : before;
        boolean asks = !conditions.isEmpty() || counted || !groupedBy.isEmpty() || sorted || isLimited();
        if (!asks) {
            return null;
        }
        List<Condition> all = new ArrayList<>();
        if (from != null && from.where() != null) {
            all.add(from.where());
        }
        all.addAll(conditions);
        Wish wish = from == null ? Wish.DEVICES : from.wish();
        wish = !groupedBy.isEmpty() ? Wish.GROUPS : counted ? Wish.COUNT : wish;
        List<ConditionType> fields = groupedBy.isEmpty() && from != null ? from.groupedBy() : groupedBy;
        return new Question(
                wish,
                all.isEmpty() ? null : Condition.all(all),
                wish == Wish.GROUPS ? fields : List.of(),
                ranking(from == null ? null : from.ranking()),
                from == null ? null : from.compared(),
                List.of());
    }

    private @Nullable Ranking ranking(@Nullable Ranking before) {
        if (!sorted && !isLimited()) {
            return before;
        }
        if (!sorted && before != null) {
            return new Ranking(before.by(), before.ascending(), most);
        }
        boolean groups = !groupedBy.isEmpty();
        return new Ranking(sortedBy, sorted ? ascending : !groups, most);
    }
}
