package org.deviceoffboarding.ask.language.doubt;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.Numbers;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Dates;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.Token;

/** Words that the reading of a prompt would pass over, or take for something near, though they change what is asked. */
public final class Doubts {

    private static final Set<String> NOT = Set.of(
            "not",
            "aren't",
            "isn't",
            "arent",
            "isnt",
            "without",
            "except",
            "excluding",
            "weren't",
            "wasn't",
            "don't",
            "doesn't",
            "haven't",
            "hasn't");
    private static final Set<String> WORK =
            Set.of("task", "tasks", "request", "requests", "exception", "exceptions", "suggestion", "suggestions");
    private static final Set<String> STATES = Set.of(
            "done",
            "open",
            "opened",
            "closed",
            "overdue",
            "finished",
            "completed",
            "pending",
            "cancelled",
            "canceled",
            "running",
            "new",
            "old",
            "approved",
            "rejected",
            "failed",
            "expired",
            "waiting",
            "urgent",
            "late",
            "unfinished",
            "assigned",
            "unassigned",
            "started",
            "resolved",
            "due",
            "current",
            "past",
            "former",
            "my",
            "your",
            "his",
            "her",
            "several",
            "multiple",
            "many",
            "both",
            "two",
            "three",
            "four",
            "five",
            "six",
            "more",
            "few",
            "same");
    private static final Set<String> VERBS = Set.of("is", "are", "was", "were", "has", "been", "have", "that", "which");
    private static final Set<String> CHANGES = Set.of(
            "flagged",
            "suggested",
            "task",
            "tasks",
            "request",
            "requests",
            "exception",
            "exceptions",
            "excepted",
            "suggestion",
            "suggestions",
            "compliant",
            "noncompliant",
            "disabled",
            "enabled",
            "blocked",
            "restricted",
            "personal",
            "corporate",
            "broken",
            "healthy",
            "stale",
            "silent");
    private static final Set<String> CALENDAR = Set.of(
            "registered",
            "enrolled",
            "removed",
            "retired",
            "wiped",
            "deleted",
            "joined",
            "created",
            "added",
            "registration",
            "registrations",
            "enrolment",
            "enrollment",
            "enrolments",
            "enrollments",
            "removal",
            "removals",
            "registering",
            "enrolling",
            "register",
            "enroll",
            "remove",
            "retire",
            "wipe",
            "delete",
            "left",
            "seen",
            "active",
            "used",
            "activity",
            "sign",
            "signed",
            "synced",
            "sync",
            "logged",
            "online");
    private static final Set<String> USERS = Set.of("user", "users", "owner", "owners", "people", "accounts");
    private static final Set<String> STATES_OF_USERS = Set.of(
            "disabled",
            "enabled",
            "blocked",
            "deleted",
            "active",
            "inactive",
            "former",
            "external",
            "departed",
            "removed",
            "stale",
            "silent",
            "unlicensed",
            "departing");
    private static final Set<String> VERBS_OF_USERS = Set.of("who", "is", "are", "was", "were", "has", "have", "been");
    private static final Set<String> WITHOUT = Set.of("a", "an", "any", "no", "without");
    private static final Set<String> DEVICES = Set.of("devices", "machines", "macs", "iphones", "ipads", "computers");
    private static final Set<String> HAVING =
            Set.of("with", "have", "has", "having", "own", "owning", "owns", "use", "using", "uses", "over");
    private static final Set<String> COUNTED = Set.of(
            "users",
            "people",
            "persons",
            "employees",
            "owners",
            "departments",
            "groups",
            "models",
            "vendors",
            "manufacturers");

    /** Between one of these and a month stands how many days, rather than which. */
    private static final Set<String> WITHIN = Set.of("the", "than", "in", "within", "during", "since", "for", "past");

    private static final Set<String> BESIDES = Set.of("too", "also", "well");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final List<Token> tokens;
    private final PromptDraft draft;
    private final LocalDate today;

    private Doubts(List<Token> tokens, PromptDraft draft, LocalDate today) {
        this.tokens = tokens;
        this.draft = draft;
        this.today = today;
    }

    /**
     * Misses dangerously what is in doubt.
     *
     * @param further whether the prompt can speak of the devices of a question before
     */
    public static void raise(List<Token> tokens, PromptDraft draft, LocalDate today, boolean further) {
        Doubts doubts = new Doubts(tokens, draft, today);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord()) {
                doubts.at(i);
            }
        }
        ServiceDeeds.miss(tokens, draft);
        LastingActivity.miss(tokens, draft);
        SecondQuestions.miss(tokens, draft);
        Strokes.miss(draft);
        Unremoved.miss(draft);
        if (further) {
            doubts.widens();
        } else {
            NothingBefore.miss(tokens, draft);
        }
    }

    private void at(int i) {
        String word = lower(i);
        if (word.equals("both") && denies(i - 1)) {
            miss(i - 1, i, "both at once, or each of them? Say it in another way.", List.of());
        } else if (WORK.contains(word)) {
            work(i);
        } else if (USERS.contains(word) && isWhatTheyAre(i)) {
            miss(i, i, "of users no state is known here, only of devices.", List.of());
        } else if (isCounted(i)) {
            miss(i - 1, i, "devices are not counted for each of something as a condition.", List.of());
        } else if (COUNTED.contains(word) && isNumberOf(i)) {
            miss(i, i, "only devices are counted here: ask for their number by this.", List.of());
        } else if (isEntraButNotIntune(i)) {
            miss(i, i + 3, "not managed by Intune, or silent there for that long, too?", List.of());
        } else if (isNumber(i)
                && Set.of("but", "except").contains(lower(i - 1))
                && lower(i - 2).equals("all")) {
            miss(i - 1, i, "which of them are left out is not said.", List.of());
        } else if (USERS.contains(word) && STATES_OF_USERS.contains(lower(i - 1))) {
            miss(i - 1, i, "of users no state is known here, only of devices.", List.of());
        } else if (isNoLonger(i)) {
            noLonger(i);
        } else if (isYearApart(i)) {
            miss(i, i, "is this the year, or how many devices?", List.of());
        } else if (word.equals("year") && lower(i - 1).equals("last")) {
            lastYear(i);
        } else if (word.equals("month") && lower(i - 1).equals("last") && !WITHIN.contains(lower(i - 2))) {
            lastMonth(i);
        }
    }

    /** "Whose owner is gone", "users who are disabled". */
    private boolean isWhatTheyAre(int i) {
        int behind = i + 1;
        while (VERBS_OF_USERS.contains(lower(behind))) {
            behind++;
        }
        boolean state = STATES_OF_USERS.contains(lower(behind))
                || Set.of("gone", "left").contains(lower(behind));
        return state && behind > i + 1 && !WITHOUT.contains(lower(i - 1));
    }

    /** "Users with two devices", "two devices per user". */
    private boolean isCounted(int i) {
        boolean devices = DEVICES.contains(lower(i)) && isNumber(i - 1);
        return devices
                && (HAVING.contains(lower(i - 2))
                        || lower(i + 1).equals("per")
                        || lower(i + 1).equals("each"));
    }

    /** "5 June just 2024": the year of a date, with a word between, could be taken for a number of devices. */
    private boolean isYearApart(int i) {
        boolean month = false;
        for (int at = i - 2; at >= Math.max(0, i - 4); at--) {
            month |= Dates.MONTH.containsKey(lower(at));
        }
        return month
                && YEAR.matcher(lower(i)).matches()
                && Vocabulary.PHRASES.match(tokens, i - 1) != null
                && draft.most() != null
                && draft.most() == Integer.parseInt(lower(i));
    }

    private boolean denies(int i) {
        return NOT.contains(lower(i)) || Vocabulary.PHRASES.meaning(lower(i)) instanceof Concept.Negation;
    }

    private boolean isNumberOf(int i) {
        return lower(i - 1).equals("many")
                || lower(i - 1).equals("of")
                        && Set.of("number", "count", "total").contains(lower(i - 2));
    }

    /** "Silent in Entra but not in Intune". */
    private boolean isEntraButNotIntune(int i) {
        return lower(i).equals("but")
                && lower(i + 1).equals("not")
                && lower(i + 2).equals("in")
                && lower(i + 3).equals("intune")
                && lower(i - 1).equals("entra")
                && lower(i - 2).equals("in")
                && draft.items().stream()
                        .anyMatch(item -> item
                                        instanceof
                                        Item.Term(Condition.Is(Criterion.Activity activity), var _, var _, var _, var _)
                                && activity.source() == Source.ENTRA);
    }

    private boolean isNumber(int i) {
        return !lower(i).isEmpty() && Numbers.certain(lower(i)) != null;
    }

    private void work(int i) {
        if (STATES.contains(lower(i - 1)) || isNumber(i - 1)) {
            miss(i - 1, i, "only whether there is one is known here.", List.of("a " + singular(lower(i))));
            return;
        }
        int behind = i + 1;
        while (VERBS.contains(lower(behind)) || NOT.contains(lower(behind))) {
            behind++;
        }
        boolean state = STATES.contains(lower(behind))
                && (behind > i + 1 || !lower(behind).equals("both"));
        if (state && behind > i + 1) {
            miss(i, behind, "only whether there is one is known here.", List.of());
        }
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private boolean isNoLonger(int i) {
        return lower(i).equals("longer") && lower(i - 1).equals("no")
                || lower(i).equals("anymore")
                || lower(i).equals("more")
                        && lower(i - 1).equals("any")
                        && !lower(i + 1).equals("than");
    }

    /** It was so and is not now: what was is not known but of Intune. */
    private void noLonger(int i) {
        boolean before = lower(i).equals("longer");
        int step = before ? 1 : -1;
        int word = before ? i + 1 : lower(i).equals("more") ? i - 2 : i - 1;
        for (int n = 0; n < 5 && word >= 0 && word < tokens.size(); n++, word += step) {
            if (Set.of("and", "or", "but", "intune", "entra").contains(lower(word))
                    || tokens.get(word).kind() == Token.Kind.COMMA) {
                return;
            }
            if (CHANGES.contains(lower(word))) {
                miss(
                        Math.min(before ? i - 1 : i, word),
                        Math.max(i, word),
                        "what was so before is not known here, only what is so now.",
                        List.of());
                return;
            }
        }
    }

    /** Of a thing of the calendar it can be the year before this one. */
    private void lastYear(int i) {
        if (lower(i - 2).equals("the") || lower(i - 2).equals("than")) {
            return;
        }
        for (int at = Math.max(0, i - 8); at < Math.min(tokens.size(), i + 4); at++) {
            if (CALENDAR.contains(lower(at))
                    || at < i && (NOT.contains(lower(at)) || lower(at).equals("never"))) {
                miss(
                        i - 1,
                        i,
                        "the year before this one, or the last 12 months?",
                        List.of("in " + (today.getYear() - 1), "in the last 12 months"));
                return;
            }
        }
    }

    /** As with years; what was not so since the month before is the same either way. */
    private void lastMonth(int i) {
        LocalDate month = today.minusMonths(1);
        for (int at = Math.max(0, i - 4); at < i; at++) {
            if (CALENDAR.contains(lower(at))) {
                miss(
                        i - 1,
                        i,
                        "the month before this one, or the last 30 days?",
                        List.of(
                                "in " + month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                                        + month.getYear(),
                                "in the last 30 days"));
                return;
            }
        }
    }

    /** "And the Macs too" wants more devices than the question before, where others want fewer. */
    private void widens() {
        int last = tokens.size() - 1;
        if ((lower(0).equals("and") || lower(0).equals("also") || lower(0).equals("plus"))
                && BESIDES.contains(lower(last))
                && last > 0) {
            miss(
                    last,
                    last,
                    "are these devices to be added, or only these of them to be shown? Ask it in one question.",
                    List.of());
        }
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isWord()
                ? tokens.get(i).lower()
                : "";
    }

    private void miss(int from, int to, String reason, List<String> replacements) {
        int start = tokens.get(Math.max(0, from)).start();
        int end = tokens.get(to).end();
        draft.endanger();
        if (draft.missed().stream().noneMatch(missed -> missed.start() < end && missed.end() > start)) {
            draft.miss(start, end, reason, replacements);
        }
    }
}
