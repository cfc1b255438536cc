package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/** Kinds of removal that stand before another, as in "wiped, retired or deleted by …": who did it is said of all of them. */
final class RemovalKinds {

    private final List<Item> items;
    private final Set<Choice> kinds = EnumSet.noneOf(Choice.class);
    private final List<Integer> places = new ArrayList<>();
    private boolean removedBefore;
    private boolean parted;

    private RemovalKinds(List<Item> items) {
        this.items = items;
    }

    /** Finds those at the end of what was read, with nothing but joints between. */
    static RemovalKinds before(List<Item> items) {
        RemovalKinds found = new RemovalKinds(items);
        found.find();
        return found;
    }

    private void find() {
        int at = behindJoints(items.size());
        while (at >= 0 && kind(items.get(at)) instanceof Choice kind) {
            kinds.add(kind);
            places.add(at);
            at = behindJoints(at);
        }
        removedBefore = at >= 0
                && isRemoved(items.get(at))
                && items.subList(at, items.size()).contains(new Item.Joint(Concept.Joint.OR));
        if (!parted && !places.isEmpty() && isDenied(places.getLast())) {
            kinds.clear();
            places.clear();
        }
    }

    /** Returns the place before the joints that end at a place, or -1 where there are none. */
    private int behindJoints(int end) {
        boolean joined = false;
        boolean apart = false;
        int at = end - 1;
        while (at >= 0 && (isJoint(items.get(at)) || isBetween(items.get(at)))) {
            joined |= isJoint(items.get(at));
            apart |= isBetween(items.get(at));
            at--;
        }
        if (joined && apart && at >= 0 && kind(items.get(at)) != null) {
            parted = true;
        }
        return joined ? at : -1;
    }

    private static boolean isJoint(Item item) {
        return item instanceof Item.Joint(Concept.Joint kind) && kind != Concept.Joint.BUT;
    }

    private static boolean isBetween(Item item) {
        return item instanceof Item.Link || item instanceof Item.Noun;
    }

    /** How far a "not" before them reaches is asked elsewhere. */
    private boolean isDenied(int first) {
        int at = first - 1;
        while (at >= 0 && isBetween(items.get(at))) {
            at--;
        }
        return at >= 0 && items.get(at) instanceof Item.Not;
    }

    private static @Nullable Choice kind(Item item) {
        return item
                                instanceof
                                Item.Term(
                                        Condition.Is(Criterion.Choices(var type, var choices)),
                                        var _,
                                        var _,
                                        var _,
                                        var _)
                        && type == ConditionType.REMOVED_HOW
                        && choices.size() == 1
                ? choices.getFirst()
                : null;
    }

    private static boolean isRemoved(Item item) {
        return item
                        instanceof
                        Item.Term(Condition.Is(Criterion.Choices(var _, var choices)), var _, var _, var _, var _)
                && choices.equals(List.of(Choice.REMOVED_FROM_INTUNE));
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** Whether words stand between that could begin other devices, of which who did it need not be said. */
    boolean isParted() {
        return parted;
    }

    /** Whether a removal of any kind stands before them, of which who did it need not be said. */
    boolean isBehindRemoval() {
        return removedBefore;
    }

    /** Returns where in the prompt the first of them begins. */
    int start() {
        return items.get(places.getLast()) instanceof Item.Term term ? term.start() : 0;
    }

    boolean isAt(int place) {
        return places.contains(place);
    }

    /** Takes them out of what was read; returns the condition that a device was removed in one of these ways. */
    Condition take(Choice last) {
        kinds.add(last);
        items.subList(places.getLast(), items.size()).clear();
        return Vocabulary.choices(kinds.toArray(Choice[]::new)).condition();
    }
}
