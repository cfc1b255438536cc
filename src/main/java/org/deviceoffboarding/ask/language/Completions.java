package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.text.PromptTokens;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** What could be typed next: phrases of the language that go on with what stands before the caret. */
public final class Completions {

    /**
     * Something that could stand in the prompt.
     *
     * @param start of the words that it replaces, which end at the caret
     * @param text what stands there then
     */
    public record Completion(int start, String text) {}

    /**
     * What is asked at the caret.
     *
     * @param phrases of the language, the likeliest first
     * @param names of what the word at the caret can be a name, for completions from the inventory; null for none
     * @param start of that word
     * @param typed that word
     */
    public record Completed(
            List<Completion> phrases, @Nullable ConditionType names, int start, String typed) {

        public Completed {
            phrases = List.copyOf(phrases);
        }
    }

    private static final int MOST = 8;

    /** What people ask most, in the order in which it is offered. */
    private static final List<String> OFTEN = List.of(
            "devices",
            "how many",
            "removed from intune",
            "flagged",
            "not in intune",
            "not seen for 90 days",
            "personal",
            "corporate",
            "windows",
            "macos",
            "ios",
            "android",
            "noncompliant",
            "disabled",
            "in the group",
            "in the department",
            "of user",
            "named",
            "grouped by",
            "sorted by",
            "compared with the last run",
            "oldest",
            "newest",
            "in a task",
            "in a request",
            "without a user",
            "tell me about",
            "what happened to",
            "why is",
            "who disabled");

    private static final List<String> SPANS = List.of("24 hours", "7 days", "30 days", "90 days", "6 months", "1 year");

    private Completions() {}

    /** Returns what could stand at a place of a prompt. */
    public static Completed of(String prompt, int caret) {
        String before = prompt.substring(0, Math.clamp(caret, 0, prompt.length()));
        List<Token> tokens = PromptTokens.of(before);
        boolean typing = !tokens.isEmpty()
                && tokens.getLast().end() == before.length()
                && tokens.getLast().isWord();
        List<Token> whole = typing ? tokens.subList(0, tokens.size() - 1) : tokens;
        String typed = typing ? tokens.getLast().text() : "";
        int start = typing ? tokens.getLast().start() : before.length();
        ConditionType names = names(whole);
        return new Completed(names == null ? phrases(whole, typed, start) : List.of(), names, start, typed);
    }

    /** Returns whose name follows words such as "user". */
    private static @Nullable ConditionType names(List<Token> before) {
        int end = before.size();
        while (end > 0 && Set.of("is", "=", "the").contains(before.get(end - 1).lower())) {
            end--;
        }
        List<Token> tokens = before.subList(0, end);
        for (int from = Math.max(0, end - 4); from < end; from++) {
            Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, from);
            if (match != null && match.next() == end) {
                return switch (match.value()) {
                    case Concept.TextOf text -> text.type();
                    case Concept.Wanted wanted when wanted.wish().single() -> ConditionType.NAME;
                    default -> null;
                };
            }
        }
        return null;
    }

    private static List<Completion> phrases(List<Token> before, String typed, int start) {
        List<Completion> found = new ArrayList<>();
        String prefix = typed.toLowerCase(Locale.ROOT);
        for (int words = Math.min(3, before.size()); words >= 0; words--) {
            List<Token> context = before.subList(before.size() - words, before.size());
            if (context.stream().allMatch(Token::isWord)) {
                String begun = begun(context, prefix);
                int from = context.isEmpty() ? start : context.getFirst().start();
                for (String phrase : beginningWith(begun, words)) {
                    found.add(new Completion(from, phrase));
                }
            }
        }
        return found.stream().collect(() -> new LinkedHashSet<Completion>(), Set::add, Set::addAll).stream()
                .limit(MOST)
                .toList();
    }

    private static String begun(List<Token> context, String prefix) {
        StringBuilder begun = new StringBuilder();
        context.forEach(token -> begun.append(token.lower()).append(' '));
        return begun.append(prefix).toString();
    }

    private static List<String> beginningWith(String begun, int words) {
        if (begun.isBlank()) {
            return words == 0 ? OFTEN.subList(0, MOST) : List.of();
        }
        Set<String> phrases = new TreeSet<>(Comparator.comparingInt(Completions::rank)
                .thenComparingInt(String::length)
                .thenComparing(Comparator.naturalOrder()));
        for (String phrase : all()) {
            if (phrase.startsWith(begun) && phrase.length() > begun.length()) {
                phrases.add(phrase);
            }
        }
        return phrases.stream().limit(MOST).toList();
    }

    private static int rank(String phrase) {
        int rank = OFTEN.indexOf(phrase);
        return rank < 0 ? OFTEN.size() : rank;
    }

    /** Every phrase that is offered: one for each thing that can be said. */
    private static List<String> all() {
        return Offered.ALL;
    }

    private static final class Offered {

        private static final List<String> OPENERS = List.of(
                "of user",
                "user",
                "in the group",
                "in the department",
                "named",
                "name starting with",
                "name containing",
                "serial number",
                "serial number starting with",
                "manufacturer",
                "model",
                "version at least",
                "version below",
                "removed by",
                "in group",
                "department",
                "group");

        static final List<String> ALL = offered();

        private static List<String> offered() {
            Set<String> offered = new LinkedHashSet<>(OFTEN);
            offered.addAll(OPENERS);
            for (Choice choice : Choice.values()) {
                String label = choice.label().toLowerCase(Locale.ROOT);
                boolean alone = Vocabulary.PHRASES.meaning(label) instanceof Concept.Fixed(ConditionType type, var _)
                                && type == choice.type()
                        || choice.type() == ConditionType.PLATFORM && choice != Choice.OTHER;
                offered.add(
                        alone
                                ? label
                                : choice.type() == ConditionType.PART_OF
                                        ? "in " + label
                                        : choice.type().words().toLowerCase(Locale.ROOT) + " " + label);
            }
            for (String span : SPANS) {
                for (String absence : List.of("not seen", "not synced", "not signed in", "inactive")) {
                    offered.add(absence + " for " + span);
                }
                for (String event : List.of(
                        "seen",
                        "synced",
                        "signed in",
                        "registered",
                        "enrolled",
                        "removed",
                        "retired",
                        "wiped",
                        "deleted")) {
                    offered.add(event + " in the last " + span);
                }
            }
            offered.addAll(List.of(
                    "never seen",
                    "never synced",
                    "never signed in",
                    "without a department",
                    "without a serial number",
                    "stale",
                    "windows 11",
                    "windows 10",
                    "how many devices",
                    "what should i do with",
                    "difference between",
                    "since the last run",
                    "retired",
                    "wiped"));
            for (String field : PromptWords.fields()) {
                offered.add("grouped by " + field);
                offered.add("sorted by " + field);
            }
            return List.copyOf(offered);
        }
    }
}
