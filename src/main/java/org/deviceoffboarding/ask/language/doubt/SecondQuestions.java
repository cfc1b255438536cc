package org.deviceoffboarding.ask.language.doubt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.ask.language.vocabulary.SingleQuestions;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/**
 * "Which Macs are disabled? Count devices by platform." asks twice: the answer to both at once would be that to neither. Whatever
 * points at the devices before, as "count them" does, only says more of the one question.
 */
final class SecondQuestions {

    private static final String TWO = "two questions at once are not answered: ask one after the other.";

    private static final String OF_WHICH =
            "whether this is asked of the devices before, or of all, is not said: say \"them\", or ask one after the"
                    + " other.";

    private static final String THINGS =
            "(?:devices|machines|computers|endpoints|objects|macs|iphones|ipads|androids|macbooks|imacs|everything)";

    /** Behind "by platform," a group is a field. */
    private static final String GROUP = "group(?= (?:[a-z-]+ ){0,2}" + THINGS + ")";

    private static final String VERBS =
            "(?:how many|which|what|who|show|list|find|give|count|" + GROUP + "|compare|export|tell|display|number"
                    + " of|total|get|chart|plot|print|report|download|summari[sz]e|break"
                    + " down|split|calculate|tabulate|draw)";

    private static final String JOINING =
            "(?:and|also|so|then|please|kindly|ok|okay|next|now|but|besides|plus|additionally|further|finally|lastly|as"
                    + " well as|can you|could you|would you|will you|i want|i need|we need|we want|i'd"
                    + " like|let|me|us|to|,)";

    /** Begins a question of its own; with "only" it would say more of the one before. */
    private static final Pattern QUESTION = Pattern.compile("^(?:" + JOINING + " )*" + "(?:" + VERBS
            + "(?= )(?!.* (?:only|just)(?: |$))|" + THINGS + " (?:by|per|grouped) )");

    /** Within a sentence another question begins only where what it asks is said at once. */
    private static final Pattern WITHIN =
            Pattern.compile("^(?:" + JOINING + " )+(?:(?:how many|which|what) (?:of )?(?:all |the )?(?:[a-z-]+ )?"
                    + THINGS + "(?= |$)|(?:show|list|find|give|count|" + GROUP + "|compare|export|display|number of"
                    + "|break down|tell)(?= ))");

    private static final Pattern NAMING = Pattern.compile("(?:^| )(?:" + THINGS + ")(?= |$)");

    /** The first of two asks like a question, or names what it is about; else it only tells of something. */
    private static final List<Pattern> ASKING = List.of(QUESTION, NAMING, SpokenText.words("ones"));

    /** What is asked for is what was spoken of. */
    private static final Pattern POINTS_BACK =
            Pattern.compile("(?:^| )(?:them|those|these|ones|one|(?:the|our|his|her) " + THINGS
                    + "|which are|which have|(?:it|its|they|their|same|such)(?= (?:.* )?" + THINGS
                    + "(?: |$)))(?= |$)");

    private static final Set<String> BEFORE_THEM = Set.of(
            "of",
            "show",
            "list",
            "find",
            "give",
            "count",
            "group",
            "compare",
            "export",
            "display",
            "get",
            "print",
            "report",
            "download",
            "split",
            "down",
            "me",
            "us",
            "chart",
            "plot");

    private static final Set<String> JOINTS =
            Set.of("and", "then", "also", "but", "plus", "besides", "additionally", "further", "finally", "lastly");

    private static final Pattern ALL =
            Pattern.compile("(?:^| )(?:all|every|each|total|everything|overall|whole)(?= |$)");

    /** Tokens from one on, up to another that is not among them. */
    private record Part(int from, int to) {}

    private final List<Token> tokens;
    private final PromptDraft draft;

    private SecondQuestions(List<Token> tokens, PromptDraft draft) {
        this.tokens = tokens;
        this.draft = draft;
    }

    /** Misses dangerously each question that follows another. */
    static void miss(List<Token> tokens, PromptDraft draft) {
        new SecondQuestions(tokens, draft).miss();
    }

    private void miss() {
        boolean asked = false;
        for (Part part : parts()) {
            boolean single = SingleQuestions.of(tokens.subList(part.from(), part.to()), null) != null;
            if (asked && (single || begins(part))) {
                miss(part, single || ALL.matcher(spoken(part)).find() || hasTerm(part));
            }
            asked |= asks(part);
        }
    }

    private void miss(Part part, boolean two) {
        int start = tokens.get(part.from()).start();
        int end = tokens.get(part.to() - 1).end();
        draft.missed().removeIf(missed -> missed.start() >= start && missed.end() <= end);
        draft.missDangerously(start, end, two ? TWO : OF_WHICH, two ? List.of() : List.of(ofThem(part)));
    }

    /** "Count devices by platform" as "count them by platform". */
    private String ofThem(Part part) {
        for (int i = part.from(); i < part.to(); i++) {
            if (tokens.get(i).isWord() && NAMING.matcher(tokens.get(i).lower()).matches()) {
                boolean object = BEFORE_THEM.contains(tokens.get(i - 1).lower());
                return draft.words(
                                tokens.get(part.from()).start(), tokens.get(i).start())
                        + (object ? "them" : "of them")
                        + draft.words(
                                tokens.get(i).end(), tokens.get(part.to() - 1).end());
            }
        }
        throw new IllegalStateException("It names no devices");
    }

    /** Sentences, and clauses that begin as questions do. */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= tokens.size(); at++) {
            boolean stop = at == tokens.size() || tokens.get(at).kind() == Token.Kind.STOP;
            boolean within = !stop
                    && at > from
                    && isJoint(at)
                    && !isJoint(at - 1)
                    && WITHIN.matcher(spoken(at, endOfSentence(at))).find();
            if (stop || within) {
                if (at > from) {
                    parts.add(behindJoints(from, at));
                }
                from = stop ? at + 1 : at;
            }
        }
        return parts;
    }

    private Part behindJoints(int from, int to) {
        int begin = from;
        while (begin + 1 < to && isJoint(begin)) {
            begin++;
        }
        return new Part(begin, to);
    }

    private boolean isJoint(int at) {
        Token token = tokens.get(at);
        return token.kind() == Token.Kind.COMMA || token.isWord() && JOINTS.contains(token.lower());
    }

    private int endOfSentence(int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).kind() != Token.Kind.STOP) {
            at++;
        }
        return at;
    }

    /** Whether it asks for devices that it names itself; how to remove them is said by each answer. */
    private boolean begins(Part part) {
        String spoken = spoken(part);
        return QUESTION.matcher(spoken).find()
                && NAMING.matcher(spoken).find()
                && !POINTS_BACK.matcher(spoken).find()
                && (hasTerm(part) || !isOfSteps(part));
    }

    private boolean isOfSteps(Part part) {
        for (int i = part.from(); i < part.to(); i++) {
            Phrases.Match<Concept> match = tokens.get(i).isWord() ? Vocabulary.PHRASES.match(tokens, i) : null;
            if (match != null
                    && (match.value() instanceof Concept.Steps
                            || match.value() instanceof Concept.Wanted(Wish wish) && wish == Wish.NEXT)) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(Part part) {
        String spoken = spoken(part);
        int start = tokens.get(part.from()).start();
        int end = tokens.get(part.to() - 1).end();
        return ASKING.stream().anyMatch(pattern -> pattern.matcher(spoken).find())
                && (hasTerm(part)
                        || draft.pieces().stream().anyMatch(piece -> piece.start() >= start && piece.end() <= end));
    }

    private boolean hasTerm(Part part) {
        int start = tokens.get(part.from()).start();
        int end = tokens.get(part.to() - 1).end();
        return draft.items().stream()
                .anyMatch(item -> item instanceof Item.Term term && term.start() >= start && term.end() <= end);
    }

    private String spoken(Part part) {
        return spoken(part.from(), part.to());
    }

    /** What is quoted says nothing by its words. */
    private String spoken(int from, int to) {
        return tokens.subList(from, to).stream()
                .map(token -> token.kind() == Token.Kind.QUOTED ? "\0" : token.lower())
                .collect(Collectors.joining(" "));
    }
}
