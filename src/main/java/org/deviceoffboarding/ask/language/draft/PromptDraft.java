package org.deviceoffboarding.ask.language.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.text.Makers;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Piece;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Remark;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a prompt while it is read: readers add to it in the order of the words, and what joins and doubts them looks at all
 * of it. Of one prompt, and of one thread.
 */
public final class PromptDraft {

    private static final Pattern DENIED = Pattern.compile(
            "(that |which |who )?(are |is )?(not|no|aren't|isn't|neither|nor|without|lacking)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EITHER = Pattern.compile("\\beither\\s+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NONE = Pattern.compile("(no|none|never)\\b(?! longer)", Pattern.CASE_INSENSITIVE);
    private static final Pattern THINGS = Pattern.compile(
            "\\b(macs|macbooks|imacs|iphones|ipads|androids|chromebooks|phones|smartphones|mobiles|surfaces|devices|machines|endpoints|computers|"
                    + String.join("|", Makers.plurals()) + ")$",
            Pattern.CASE_INSENSITIVE);
    private static final String VERBS =
            "(?:are|is|were|was|have|has|had|do|does|did|that|which|who|whose|where|with|without"
                    + "|aren['’]t|isn['’]t|weren['’]t|wasn['’]t|haven['’]t|hasn['’]t|don['’]t|doesn['’]t)";
    private static final Pattern VERB = Pattern.compile(VERBS + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERB_BEFORE = Pattern.compile(
            "\\b" + VERBS + "\\s+(?:(?:still|also|not|been|never|already|currently|now|the|an?)\\s+)*$",
            Pattern.CASE_INSENSITIVE);
    private static final Set<ConditionType> DENIABLE = EnumSet.of(
            ConditionType.FLAGGED,
            ConditionType.MANAGEMENT,
            ConditionType.ENABLED,
            ConditionType.COMPLIANCE,
            ConditionType.PART_OF,
            ConditionType.RESTRICTED,
            ConditionType.USER,
            ConditionType.DEPARTMENT,
            ConditionType.SERIAL,
            ConditionType.MANUFACTURER,
            ConditionType.MODEL,
            ConditionType.BITLOCKER,
            ConditionType.LAPS);

    private final String prompt;
    private final List<Item> items = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Missed> missed = new ArrayList<>();
    private final List<Item.Not> takenBack = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Integer> strokes = new ArrayList<>();

    private @Nullable Wish wish;
    private final List<ConditionType> groupedBy = new ArrayList<>();
    private @Nullable ConditionType sortedBy;
    private @Nullable Boolean ascending;
    private boolean smallestFirst;
    private @Nullable Integer most;
    private @Nullable Since compared;
    private boolean narrowing;
    private boolean replacing;
    private boolean stillInEntra;
    private boolean dangerous;

    /** @param prompt as it was typed: all places are places in it */
    public PromptDraft(String prompt) {
        this.prompt = prompt;
    }

    /** Returns the words of the prompt from one place to another. */
    public String words(int start, int end) {
        return prompt.substring(start, end);
    }

    /** Returns the conditions and what stands between them, in the order of the words; a reader can put others in their place. */
    public List<Item> items() {
        return items;
    }

    /** Returns what was understood that is no item, in the order in which it was read. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** Returns what was not understood, in the order in which it was found; what turns out to be understood can be taken out. */
    public List<Missed> missed() {
        return missed;
    }

    /** Returns what is said beside an answer, in the order in which it was read. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** Adds what is said beside an answer of words that were understood. */
    public void remark(int start, int end, String sentence) {
        remarks.add(new Remark(start, end, prompt.substring(start, end), sentence));
    }

    /** Returns where in the prompt a stroke joins what stands on both sides of it, without a space. */
    public List<Integer> strokes() {
        return strokes;
    }

    /** Notes where a stroke joins what stands on both sides of it. */
    public void stroke(int at) {
        strokes.add(at);
    }

    /** Adds what was read behind all others. */
    public void add(Item item) {
        items.add(item);
    }

    /** Adds what says what is wanted rather than of which devices. */
    public void piece(int start, int end, String meaning) {
        piece(start, end, meaning, null);
    }

    /** Adds what was understood, and the condition that it makes, or null where it makes none. */
    public void piece(int start, int end, String meaning, @Nullable Condition condition) {
        pieces.add(new Piece(start, end, prompt.substring(start, end), meaning, condition));
    }

    /** Adds what groups are made by. */
    public void group(ConditionType field, int start, int end) {
        wish = Wish.GROUPS;
        groupBy(field);
        piece(start, end, "by " + QuestionWording.field(field));
    }

    /** Returns what is wanted to be known, or null where that was not said. */
    public @Nullable Wish wish() {
        return wish;
    }

    /** Takes for what is wanted what was said last. */
    public void want(Wish other) {
        wish = other;
    }

    /** Returns what groups are made by, in the order in which it was said. */
    public List<ConditionType> groupedBy() {
        return Collections.unmodifiableList(groupedBy);
    }

    /** Makes groups by one more field, if it was not said already. */
    public void groupBy(ConditionType field) {
        if (!groupedBy.contains(field)) {
            groupedBy.add(field);
        }
    }

    /** Returns what devices are sorted by, or null where that was not said. */
    public @Nullable ConditionType sortedBy() {
        return sortedBy;
    }

    /** @param field null where what was taken for an order was none */
    public void sortBy(@Nullable ConditionType field) {
        sortedBy = field;
    }

    /** Returns whether the least comes first, or null where that was not said. */
    public @Nullable Boolean ascending() {
        return ascending;
    }

    /** @param leastFirst whether the least comes first */
    public void ascend(boolean leastFirst) {
        ascending = leastFirst;
    }

    /** Returns whether the smallest groups are wanted first. */
    public boolean isSmallestFirst() {
        return smallestFirst;
    }

    /** @param ascend whether the smallest groups are wanted first */
    public void sortGroups(boolean ascend) {
        smallestFirst = ascend;
    }

    /** Returns how many devices are wanted at most, or null where that was not said. */
    public @Nullable Integer most() {
        return most;
    }

    /** @param number how many devices are wanted at most */
    public void limit(int number) {
        most = number;
    }

    /** Returns what the present is compared with, or null where it is not. */
    public @Nullable Since compared() {
        return compared;
    }

    /** @param since what the present is compared with */
    public void compare(Since since) {
        compared = since;
    }

    /** Returns whether it speaks of the devices of the question before. */
    public boolean isNarrowing() {
        return narrowing;
    }

    /** Notes that it speaks of the devices of the question before. */
    public void narrow() {
        narrowing = true;
    }

    /** Returns whether it asks the question before of other devices, as "what about" does. */
    public boolean isReplacing() {
        return replacing;
    }

    /** Notes that it asks the question before of other devices. */
    public void replace() {
        replacing = true;
    }

    /** Returns whether it said, before how they were removed, that the devices are still in Entra. */
    public boolean isStillInEntra() {
        return stillInEntra;
    }

    /** Notes that it said that the devices are still in Entra. */
    public void keepInEntra() {
        stillInEntra = true;
    }

    /** Returns whether what was missed could turn round what is left, so that nothing is to be asked. */
    public boolean isDangerous() {
        return dangerous;
    }

    /** Notes that what was missed could turn round what is left. */
    public void endanger() {
        dangerous = true;
    }

    /** Adds words that are not understood; those beside others that are not become one. */
    public void miss(int start, int end, String reason, List<String> replacements) {
        if (!missed.isEmpty()) {
            Missed last = missed.getLast();
            if (last.end() <= start && prompt.substring(last.end(), start).isBlank()) {
                missed.set(
                        missed.size() - 1,
                        new Missed(
                                last.start(),
                                end,
                                prompt.substring(last.start(), end),
                                replacements.isEmpty() ? last.reason() : reason,
                                List.of()));
                return;
            }
        }
        missed.add(new Missed(start, end, prompt.substring(start, end), reason, replacements));
    }

    /**
     * Returns whether a condition says of a choice with a word of its own that it is not so, and what follows could be meant, too:
     * behind "either" each is said whole.
     */
    public boolean isDenied(Item.Term term) {
        return term.type() != null
                && DENIABLE.contains(term.type())
                && !isEither(term)
                && DENIED.matcher(prompt.substring(term.start(), term.end())).lookingAt();
    }

    /** Returns whether a condition is the first of two of which either is so. */
    public boolean isEither(Item.Term term) {
        return EITHER.matcher(prompt.substring(0, term.start())).find();
    }

    /** Returns whether a condition is said with a word for the devices themselves, such as "Macs". */
    public boolean isThings(Item.Term term) {
        return THINGS.matcher(prompt.substring(term.start(), term.end())).find();
    }

    /** Returns whether a condition that begins there is said with a verb of its own, rather than that of the one before. */
    public boolean hasVerb(int start) {
        return start >= 0
                && (VERB_BEFORE.matcher(prompt.substring(0, start)).find()
                        || VERB.matcher(prompt.substring(start)).lookingAt());
    }

    /** Returns whether a denial says that there are none of what follows. */
    public boolean isNone(Item.Not not) {
        return NONE.matcher(prompt.substring(not.start(), not.end())).lookingAt();
    }

    /** Adds words without which the rest could mean something else. */
    public void missDangerously(int start, int end, String reason, List<String> replacements) {
        miss(start, end, reason, replacements);
        endanger();
    }

    /** Returns whether what was read last is a condition behind a "not". */
    public boolean isDenying() {
        int term = lastBefore(items.size());
        int not = lastBefore(term);
        return not >= 0 && items.get(term) instanceof Item.Term && items.get(not) instanceof Item.Not;
    }

    /** Returns the condition that was read last, where nothing but words for devices stands behind it. */
    public Item.@Nullable Term lastTerm() {
        int at = lastBefore(items.size());
        return at >= 0 && items.get(at) instanceof Item.Term term ? term : null;
    }

    /** Returns where the last of what is understood, or was missed, ends. */
    public int endOfRead() {
        return items.stream()
                .mapToInt(item -> switch (item) {
                    case Item.Term term -> term.end();
                    case Item.Hole hole -> hole.end();
                    default -> 0;
                })
                .max()
                .orElse(0);
    }

    /** Returns whether nothing stands behind an "or". */
    public boolean endsWithOr() {
        int at = lastBefore(items.size());
        return at >= 0 && items.get(at) instanceof Item.Joint(Concept.Joint kind) && kind == Concept.Joint.OR;
    }

    /** Returns where the last is that says more than that devices are meant; negative where none is. */
    private int lastBefore(int end) {
        int at = end - 1;
        while (at >= 0 && (items.get(at) instanceof Item.Link || items.get(at) instanceof Item.Noun)) {
            at--;
        }
        return at;
    }

    /** Returns whether something came of the words there: a condition, what is wanted, a denial of it, or a report. */
    public boolean isUsed(int start, int end) {
        return pieces.stream().anyMatch(piece -> piece.start() <= start && piece.end() >= end)
                || missed.stream().anyMatch(each -> each.start() < end && each.end() > start)
                || takenBack.stream().anyMatch(not -> not.start() <= start && not.end() >= end);
    }

    /** Returns in which order devices are wanted, and how many; what is not said is as it was before. */
    public @Nullable Ranking ranking(@Nullable Ranking before) {
        if (sortedBy == null && most == null && !smallestFirst) {
            return before;
        }
        if (sortedBy == null && !groupedBy.isEmpty()) {
            return new Ranking(null, smallestFirst, most == null ? Ranking.ALL : most);
        }
        ConditionType by = sortedBy == null && before != null ? before.by() : sortedBy;
        boolean up = sortedBy == null && before != null ? before.ascending() : ascending == null || ascending;
        int number = most == null ? before == null ? Ranking.ALL : before.most() : most;
        return new Ranking(by, up, number);
    }

    /** Returns what was read last, or null where nothing was. */
    public @Nullable Item last() {
        return items.isEmpty() ? null : items.getLast();
    }

    /** Takes back a "not" that was read last; returns whether there was one. */
    public boolean takeBackNot() {
        if (last() instanceof Item.Not not && !not.wide()) {
            takenBack.add((Item.Not) items.removeLast());
            return true;
        }
        return false;
    }
}
