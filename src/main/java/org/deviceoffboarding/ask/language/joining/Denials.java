package org.deviceoffboarding.ask.language.joining;

import java.util.List;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** What follows a denial: whether it is denied as well can be unclear, and is then asked back. */
final class Denials {

    private final PromptDraft draft;
    private final List<Item> items;

    Denials(PromptDraft draft) {
        this.draft = draft;
        items = draft.items();
    }

    /**
     * Misses what is unclear of a denial.
     *
     * @param parts what is denied
     * @param at the last item of it
     */
    void raise(Item.Not not, List<Unit> parts, int at, int depth) {
        if (isPhraseDenied(not, parts, at)) {
            draft.missDangerously(
                    not.start(),
                    not.end(),
                    "whether all that follows is denied, or the next word only, is not said.",
                    List.of());
        }
        Unit last = parts.getLast();
        if (last.start() >= 0 && isFollowedByOther(last.type(), at, depth)) {
            missUnsure(not.start(), Math.max(not.end(), last.end()));
        } else if (not.wide() && isFollowedByMore(last.type(), at)) {
            missMore(not.start(), Math.max(not.end(), last.end()));
        }
    }

    /** Misses a condition that denies with a word of its own, where the next could be denied, too. */
    void raise(Item.Term term, int at, int depth) {
        if (draft.isDenied(term) && isFollowedByOther(term.type(), at, depth)) {
            missUnsure(term.start(), term.end());
        }
    }

    /** "That are not disabled Macs", "no disabled Macs": not disabled, or no Macs, or not both at once? */
    private boolean isPhraseDenied(Item.Not not, List<Unit> parts, int at) {
        boolean things = !not.wide()
                && parts.size() == 1
                && parts.getFirst().start() >= 0
                && at + 1 < items.size()
                && items.get(at + 1) instanceof Item.Term next
                && draft.isThings(next);
        return things && (draft.isNone(not) || isSaidOfDevices(items.indexOf(not)));
    }

    private boolean isSaidOfDevices(int not) {
        int before = not - 1;
        boolean link = before >= 0 && items.get(before) instanceof Item.Link;
        while (before >= 0 && items.get(before) instanceof Item.Link) {
            before--;
        }
        return before >= 0 && items.get(before) instanceof Item.Noun && (link || before == not - 1);
    }

    /** "Not compliant or disabled": what stands behind the "or" could be denied as well. */
    private boolean isFollowedByOther(@Nullable ConditionType last, int at, int depth) {
        int ahead = at + 1;
        boolean or = false;
        while (!or
                && ahead + 1 < items.size()
                && items.get(ahead) instanceof Item.Joint(Concept.Joint kind)
                && (kind == Concept.Joint.OR || kind == Concept.Joint.COMMA)) {
            or = kind == Concept.Joint.OR;
            ahead += !or && items.get(ahead + 1) instanceof Item.Term ? 2 : 1;
        }
        return depth == 0
                && or
                && ahead < items.size()
                && items.get(ahead) instanceof Item.Term term
                && (term.type() == null || term.type() != last || last == ConditionType.ENABLED);
    }

    /** "All except those that are disabled and flagged": the second could say more of what is left out. */
    private boolean isFollowedByMore(@Nullable ConditionType last, int at) {
        int ahead = at + 1;
        if (ahead >= items.size() || !(items.get(ahead) instanceof Item.Joint(Concept.Joint kind))) {
            return false;
        }
        boolean not = false;
        if (ahead + 1 < items.size() && items.get(ahead + 1) instanceof Item.Not(boolean wide, int _, int _) && wide) {
            return false;
        }
        ahead++;
        while (kind != Concept.Joint.COMMA
                && ahead < items.size()
                && (items.get(ahead) instanceof Item.Link || items.get(ahead) instanceof Item.Not)) {
            not |= items.get(ahead) instanceof Item.Not;
            ahead++;
        }
        return ahead < items.size()
                && items.get(ahead) instanceof Item.Term term
                && (not || kind != Concept.Joint.OR && (term.type() == null || term.type() != last));
    }

    private void missUnsure(int from, int to) {
        draft.missDangerously(
                from,
                to,
                "whether what follows the \"or\" is denied too is not said: repeat the \"not\", or begin with the other.",
                List.of());
    }

    /** Misses what could say more of what is left out, or of what stays. */
    void missMore(int from, int to) {
        draft.missDangerously(
                from,
                to,
                "whether what follows says more of what is left out, or of what stays, is not said.",
                List.of());
    }
}
