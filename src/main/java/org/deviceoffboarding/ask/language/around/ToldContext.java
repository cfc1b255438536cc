package org.deviceoffboarding.ask.language.around;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.text.ContextPatterns;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.ask.language.vocabulary.SingleQuestions;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/**
 * Finds sentences that tell what goes on around a question: "We rolled out a new policy.", "The helpdesk says they can't recover a
 * disk: …". They speak of a person, a team or a thing that is no device, and of nothing that a device could be; whatever
 * speaks of devices stays, since it says which ones are meant. Of one device that is named nothing more can be asked, so that
 * beside such a question people can tell of it what they like.
 */
final class ToldContext {

    private static final Set<String> BEFORE_ASKING = Set.of("so", "but", "and", "then", "now", "please");

    private static final Set<String> WITH_OUT =
            Set.of("rolled", "rolling", "roll", "found", "ran", "run", "carried", "sorted", "turned");
    private static final Set<String> STATES_OF_PEOPLE =
            Set.of("here", "sick", "ill", "nervous", "worried", "unhappy", "angry", "impatient", "furious");
    private static final Set<String> BEFORE_NAMES =
            Set.of("in", "from", "with", "for", "of", "at", "manage", "manages", "use", "uses", "excluded", "without");

    private final String prompt;
    private final List<Token> tokens;

    private ToldContext(String prompt, List<Token> tokens) {
        this.prompt = prompt;
        this.tokens = tokens;
    }

    /** Returns where they stand, each with the colon or the comma that ends it. */
    static List<SpokenText.Span> in(String prompt, List<Token> tokens) {
        return new ToldContext(prompt, tokens).find();
    }

    private List<SpokenText.Span> find() {
        List<SpokenText.Span> told = new ArrayList<>();
        for (int from = 0; from < tokens.size(); ) {
            int end = endOfSentence(from);
            int colon = colon(from, end);
            int clause = clause(from, end);
            boolean others = from > 0 || end + 1 < tokens.size();
            boolean use = isUse(from, end) && asksByItself(from, end);
            if (clause > from && isUse(from, comma(clause)) && asksByItself(from, comma(clause))) {
                told.add(new SpokenText.Span(from, clause));
            } else if (others && use) {
                told.add(new SpokenText.Span(from, end));
            } else if (colon > from && colon + 1 < end && isTold(from, colon)) {
                told.add(new SpokenText.Span(from, colon + 1));
            } else if (clause > from && (isTold(from, comma(clause)) || isMeanwhile(from, comma(clause)))) {
                told.add(new SpokenText.Span(from, clause));
            } else if (others && (isTold(from, end) || isToldOfOne(from, end))) {
                told.add(new SpokenText.Span(from, end));
            }
            from = end + 1;
        }
        return told;
    }

    private int endOfSentence(int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).kind() != Token.Kind.STOP) {
            at++;
        }
        return at;
    }

    /** Returns where a colon stands before what is asked, or a negative number. */
    private int colon(int from, int end) {
        for (int at = from; at < end; at++) {
            if (tokens.get(at).isWord("=") && prompt.charAt(tokens.get(at).start()) == ':') {
                return at;
            }
        }
        return -1;
    }

    /** Returns where what is asked begins behind a comma, or a negative number. */
    private int clause(int from, int end) {
        for (int at = from + 1; at < end; at++) {
            int ahead = at;
            while (ahead < end && (isComma(ahead) || ahead > at && BEFORE_ASKING.contains(lower(ahead)))) {
                ahead++;
            }
            if (isComma(at) && ahead < end && ContextPatterns.ASKING.contains(lower(ahead))) {
                return ahead;
            }
        }
        return -1;
    }

    private int comma(int clause) {
        int at = clause;
        while (!isComma(at)) {
            at--;
        }
        return at;
    }

    private boolean isTold(int from, int to) {
        return ContextPatterns.SUBJECT.matcher(spoken(from, to)).find() && isAboutNoDevice(from, to);
    }

    /** "We use Windows": what there is at all, and nothing that some of it could be. */
    private boolean isUse(int from, int to) {
        String spoken = spoken(from, to);
        Matcher use = ContextPatterns.USE.matcher(spoken);
        return use.find()
                && !ContextPatterns.SAYS_WHICH.matcher(spoken).find()
                && tokens.subList(from + words(use.group()), to).stream().noneMatch(ToldContext::isNameOrQuoted)
                && !saysMore(from + words(use.group()), to);
    }

    private static boolean isNameOrQuoted(Token token) {
        return token.kind() == Token.Kind.QUOTED
                || token.isWord() && token.text().chars().anyMatch(c -> c == '@' || c == '*' || c == '_')
                || SingleQuestions.isName(token);
    }

    /** Whether platforms and their versions are not all that it speaks of. */
    private boolean saysMore(int from, int to) {
        boolean platform = false;
        for (int at = from; at < to; at++) {
            Phrases.Match<Concept> match = tokens.get(at).isWord() ? Vocabulary.PHRASES.match(tokens, at) : null;
            if (match != null) {
                platform |= match.value() instanceof Concept.PlatformName;
                boolean plain = !isCriterion(at)
                        || match.value() instanceof Concept.PlatformName
                        || match.value() instanceof Concept.Noun
                        || match.value() instanceof Concept.ValueOf
                        || match.value() instanceof Concept.VersionOf;
                if (!plain) {
                    return true;
                }
                at = match.next() - 1;
            }
        }
        return !platform;
    }

    /** Whether what else is said names the devices that it asks for, and points at none before. */
    private boolean asksByItself(int from, int to) {
        String rest = (spoken(0, from) + " . " + spoken(Math.min(tokens.size(), to), tokens.size())).strip();
        return ContextPatterns.NAMES_DEVICES.matcher(rest).find()
                && !ContextPatterns.POINTS_BACK.matcher(rest).find();
    }

    private boolean isMeanwhile(int from, int to) {
        return ContextPatterns.MEANWHILE.matcher(spoken(from, to)).find() && isAboutNoDevice(from, to);
    }

    /** Whether all that is asked elsewhere is about one device, and this is no question. */
    private boolean isToldOfOne(int from, int to) {
        List<Token> others = new ArrayList<>(tokens.subList(0, from));
        others.addAll(tokens.subList(Math.min(tokens.size(), to + 1), tokens.size()));
        return ContextPatterns.SUBJECT.matcher(spoken(from, to)).find()
                && tokens.subList(from, to).stream()
                        .noneMatch(token -> isValue(token) || ContextPatterns.ASKING.contains(token.lower()))
                && SingleQuestions.of(others, null) != null;
    }

    private boolean isAboutNoDevice(int from, int to) {
        boolean[] ofPeople = ofPeople(from, to);
        for (int at = from; at < to; at++) {
            if (!ofPeople[at - from]
                    && (isValue(tokens.get(at))
                            || ContextPatterns.ABOUT_DEVICES.contains(lower(at)) && !isVerb(from, at)
                            || isCriterion(at)
                            || isLeftOut(at)
                            || isNamed(at))) {
                return false;
            }
        }
        return true;
    }

    /** "We left Finance out": what is rolled out or found out is not. */
    private boolean isLeftOut(int at) {
        return lower(at).equals("out") && !WITH_OUT.contains(lower(at - 1));
    }

    /** "I am in Sales", "we deal with Lenovo": it could be said of the devices as well. */
    private boolean isNamed(int at) {
        return BEFORE_NAMES.contains(lower(at))
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isWord()
                && Character.isUpperCase(tokens.get(at + 1).text().charAt(0));
    }

    /** "Is coming up", "are moving": the verb of the sentence, and nothing that something is. */
    private boolean isVerb(int from, int at) {
        return at > from
                && Set.of("is", "are").contains(lower(at))
                && (lower(at + 1).endsWith("ing") || STATES_OF_PEOPLE.contains(lower(at + 1)));
    }

    /** Returns which words are of people, though they could be said of devices. */
    private boolean[] ofPeople(int from, int to) {
        boolean[] marked = new boolean[to - from];
        String text = spoken(from, to);
        Matcher matcher = ContextPatterns.OF_PEOPLE.matcher(text);
        while (matcher.find()) {
            int first = words(text.substring(0, matcher.start()));
            int behind = words(text.substring(0, matcher.end()));
            for (int i = first; i < behind; i++) {
                marked[i] = true;
            }
        }
        return marked;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split(" ").length;
    }

    private boolean isCriterion(int at) {
        Phrases.Match<Concept> match = tokens.get(at).isWord() ? Vocabulary.PHRASES.match(tokens, at) : null;
        return match != null
                && switch (match.value()) {
                    case Concept.Fixed _,
                            Concept.Noun _,
                            Concept.PlatformName _,
                            Concept.ValueOf _,
                            Concept.TextOf _,
                            Concept.IdOf _,
                            Concept.VersionOf _,
                            Concept.KeyOf _,
                            Concept.ActivityOf _,
                            Concept.TimeOf _,
                            Concept.RemovalOf _,
                            Concept.NeverOf _,
                            Concept.Negation _,
                            Concept.GroupedBy _,
                            Concept.SortedBy _,
                            Concept.ComparedWith _ -> true;
                    case Concept.Wanted(Wish wish) -> wish == Wish.COUNT;
                    default -> false;
                };
    }

    /** Whether it is quoted, or looks like a name or a number. */
    private static boolean isValue(Token token) {
        return token.kind() == Token.Kind.QUOTED
                || token.isWord()
                        && token.text().chars().anyMatch(c -> Character.isDigit(c) || c == '@' || c == '*' || c == '_');
    }

    private boolean isComma(int at) {
        return tokens.get(at).kind() == Token.Kind.COMMA;
    }

    private String spoken(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::lower).collect(Collectors.joining(" "));
    }

    private String lower(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isWord()
                ? tokens.get(at).lower()
                : "";
    }
}
