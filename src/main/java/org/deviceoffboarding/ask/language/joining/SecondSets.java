package org.deviceoffboarding.ask.language.joining;

import java.util.List;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.jspecify.annotations.Nullable;

/** "Macs and devices without a user" names two lists of devices, which "and" would make one that holds both conditions. */
final class SecondSets {

    private static final String REASON =
            "devices of both sorts together, or only those that are both? Say \"or\" for the first, or \"that are also\".";

    private static final String QUALIFIED =
            "whether what was said of the first is said of these too is not clear: repeat it, or ask for each alone.";

    private final PromptDraft draft;
    private final List<Item> items;

    SecondSets(PromptDraft draft) {
        this.draft = draft;
        items = draft.items();
    }

    /** Misses dangerously where another list begins. */
    void miss() {
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Joint(Concept.Joint kind)) {
                if (kind == Concept.Joint.AND) {
                    joint(i);
                } else if (kind == Concept.Joint.COMMA) {
                    comma(i);
                }
            }
        }
    }

    private void joint(int joint) {
        int end = endOfPart(joint + 1);
        Item.Term first = firstTerm(joint + 1, end);
        if (first == null || firstTerm(0, joint) == null) {
            return;
        }
        if (sharesType(joint, end)) {
            qualified(joint, end, first);
        } else if (isFollowedByNoun(joint) || isNamed(joint + 1, end) && isNamed(0, joint)) {
            draft.missDangerously(first.start(), first.end(), REASON, List.of());
        }
    }

    /** "Disabled Macs plus iPads": whether what is said before of the first list holds of the second is not said. */
    private void qualified(int joint, int end, Item.Term first) {
        if (isFollowedByNoun(joint) && saysMore(joint, end)) {
            draft.missDangerously(first.start(), first.end(), QUALIFIED, List.of());
        }
    }

    private boolean isFollowedByNoun(int joint) {
        return joint + 1 < items.size() && items.get(joint + 1) instanceof Item.Noun;
    }

    private boolean saysMore(int joint, int end) {
        return items.subList(0, joint).stream()
                .anyMatch(item -> item instanceof Item.Term one
                        && items.subList(joint, end).stream()
                                .noneMatch(other -> other instanceof Item.Term term && term.type() == one.type()));
    }

    /** "Macs, devices without a user": a list of lists, or devices with more and more said of them. */
    private void comma(int joint) {
        int end = endOfPart(joint + 1);
        Item.Term first = firstTerm(joint + 1, end);
        int begin = begin(joint);
        if (first == null || firstTerm(begin, joint) == null || items.get(joint + 1) instanceof Item.Joint) {
            return;
        }
        if (sharesType(joint, end)) {
            qualified(joint, end, first);
            return;
        }
        boolean named = isNamed(begin, joint) || begin > 0 && isNamedTo(begin, joint);
        boolean other = beginsWithNoun(joint + 1, end)
                || isNamed(joint + 1, end) && (terms(joint + 1, end) > 1 || endsWithNoun(joint + 1, end));
        if (named && other) {
            draft.missDangerously(first.start(), first.end(), REASON, List.of());
        }
    }

    private boolean isNamedTo(int from, int to) {
        return items.subList(from, to).stream()
                .anyMatch(item -> item instanceof Item.Noun || item instanceof Item.Term term && draft.isThings(term));
    }

    /** Whether devices are named at once: "devices", "all the devices". */
    private boolean beginsWithNoun(int from, int to) {
        for (int i = from; i < to && (items.get(i) instanceof Item.Noun || items.get(i) instanceof Item.Link); i++) {
            if (items.get(i) instanceof Item.Noun noun && noun.isName()) {
                return true;
            }
        }
        return false;
    }

    private boolean endsWithNoun(int from, int to) {
        return items.subList(from, to).stream().anyMatch(item -> item instanceof Item.Noun noun && noun.isName());
    }

    private int begin(int joint) {
        int begin = joint;
        while (begin > 0
                && !(items.get(begin - 1) instanceof Item.Joint)
                && !(items.get(begin - 1) instanceof Item.Stop)) {
            begin--;
        }
        return begin;
    }

    private long terms(int from, int to) {
        return items.subList(from, to).stream()
                .filter(Item.Term.class::isInstance)
                .count();
    }

    /** Whether adjectives end with what they are of: "disabled devices". */
    private boolean isNamed(int from, int to) {
        boolean term = false;
        for (int i = from; i < to; i++) {
            if (items.get(i) instanceof Item.Term each) {
                if (draft.isThings(each)) {
                    return true;
                }
                term = true;
            } else if (items.get(i) instanceof Item.Noun) {
                return term || from == 0;
            } else if (from > 0 && !(items.get(i) instanceof Item.Not)) {
                return false;
            }
        }
        return false;
    }

    private boolean sharesType(int joint, int end) {
        for (int i = 0; i < joint; i++) {
            for (int j = joint + 1; j < end; j++) {
                if (items.get(i) instanceof Item.Term one
                        && items.get(j) instanceof Item.Term other
                        && one.type() != null
                        && one.type() == other.type()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Item.@Nullable Term firstTerm(int from, int to) {
        for (int i = from; i < to; i++) {
            if (items.get(i) instanceof Item.Term term) {
                return term;
            }
        }
        return null;
    }

    private int endOfPart(int from) {
        int end = from;
        while (end < items.size()
                && !(items.get(end) instanceof Item.Joint)
                && !(items.get(end) instanceof Item.Stop)
                && !(items.get(end) instanceof Item.Close)) {
            end++;
        }
        return end;
    }
}
