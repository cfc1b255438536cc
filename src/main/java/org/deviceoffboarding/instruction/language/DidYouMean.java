package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.instruction.language.Sentence.NotUnderstood;

/**
 * Finds the sentences that someone probably meant: what was written with the words in question replaced, else the nearest
 * of all forms of sentences, filled with what was given.
 */
public final class DidYouMean {

    /** How many words in question of one sentence are replaced one after the other. */
    private static final int DEEPEST = 4;

    /** What is longer is a list, in which one word is wrong: no other form of sentence would be nearer. */
    private static final int LONGEST = 4_000;

    private DidYouMean() {}

    /**
     * Returns the nearest sentences that can be understood, in canonical wording: one, or two where it could mean either; none
     * where each would say less than what was written, or the opposite.
     */
    public static List<String> nearest(NotUnderstood sentence) {
        if (sentence.text().isEmpty() || sentence.text().length() > LONGEST) {
            return List.of();
        }
        List<Token> tokens = Tokenizer.of(sentence.text());
        if (IdReader.isLike(new Token(Token.Kind.WORD, fault(sentence), 0, 0, false))) {
            return List.of(); // nobody knows what was meant, and a list without it would be another one
        }
        if (tokens.stream().anyMatch(ErrorWording::isNegation)) {
            return turnedRound(sentence, tokens);
        }
        List<String> repaired = new ArrayList<>();
        for (String replacement : sentence.replacements()) {
            repair(sentence, replacement, DEEPEST, repaired);
        }
        if (repaired.isEmpty() && Set.of("and", "or", ",").contains(fault(sentence))) {
            return List.of(); // half of what was written would be another sentence
        }
        return repaired.isEmpty()
                ? List.of(Templates.nearest(tokens).canonical())
                : repaired.stream().distinct().limit(2).toList();
    }

    private static void repair(NotUnderstood sentence, String replacement, int depth, List<String> repaired) {
        InstructionText text = InstructionText.parse(replaced(sentence, replacement));
        if (text.understood() && !text.sentences().isEmpty()) {
            repaired.add(
                    text.instructions().stream().map(Instruction::canonical).collect(Collectors.joining(". ")));
        } else if (depth > 1 && text.problems().size() == 1 && text.sentences().size() == 1) {
            NotUnderstood rest = text.problems().getFirst();
            rest.replacements().stream().limit(1).forEach(next -> repair(rest, next, depth - 1, repaired));
        }
    }

    /** To exclude what does not fit is to include only what fits, and the other way round. */
    private static List<String> turnedRound(NotUnderstood sentence, List<Token> tokens) {
        Cursor cursor = new Cursor(tokens);
        Lexicon.Verb verb = cursor.accept(Lexicon.VERBS);
        cursor.skip(Lexicon.DETERMINERS);
        cursor.accept(Lexicon.DEVICES);
        cursor.skip(Lexicon.LINKS);
        if (verb == null || cursor.atEnd() || !ErrorWording.isNegation(cursor.peek())) {
            return List.of();
        }
        cursor.take();
        cursor.accept("than");
        cursor.skip(Lexicon.DETERMINERS);
        cursor.accept(Lexicon.DEVICES);
        InstructionType type = verb == Lexicon.Verb.EXCLUDE ? InstructionType.INCLUDE_ONLY : InstructionType.EXCLUDE;
        InstructionText turned = InstructionText.parse(type.words() + " devices "
                + sentence.text().substring(cursor.here().start()));
        return turned.understood() && turned.sentences().size() == 1
                ? List.of(turned.instructions().getFirst().canonical())
                : List.of();
    }

    private static String fault(NotUnderstood sentence) {
        return sentence.text()
                .substring(sentence.faultStart() - sentence.start(), sentence.faultEnd() - sentence.start());
    }

    private static String replaced(NotUnderstood sentence, String replacement) {
        int start = sentence.faultStart() - sentence.start();
        int end = sentence.faultEnd() - sentence.start();
        return sentence.text().substring(0, start)
                + replacement
                + sentence.text().substring(end);
    }
}
