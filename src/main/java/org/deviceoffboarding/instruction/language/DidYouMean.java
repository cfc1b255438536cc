package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.instruction.language.Sentence.NotUnderstood;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Token;
import org.deviceoffboarding.language.Tokenizer;

/**
 * Finds the sentences that someone probably meant. All that was written stays: only words that the language does not
 * know are replaced by those that they are a slip of the keyboard for, or what is missing between the words is added. So
 * an offered sentence is about the same devices. Where what was written can be read in ways that say the opposite of each
 * other, or where a reading lost anything of it, nothing is offered.
 */
public final class DidYouMean {

    /** How many words in question of one sentence are replaced one after the other. */
    private static final int DEEPEST = 4;

    /** What is longer is a list, in which one word is wrong: no other form of sentence would be nearer. */
    private static final int LONGEST = 4_000;

    /** Of more nobody knows which was meant. */
    private static final int MOST = 2;

    private DidYouMean() {}

    /**
     * Returns the sentences that were probably meant, in canonical wording: one, or two where it could mean either; none
     * where each would say something else than what was written.
     */
    public static List<String> nearest(NotUnderstood sentence) {
        if (sentence.text().isEmpty() || sentence.text().length() > LONGEST) {
            return List.of();
        }
        List<Token> tokens = Tokenizer.of(sentence.text());
        if (tokens.stream().anyMatch(ErrorWording::isNegation)) {
            return List.of();
        }
        List<List<Instruction>> readings = new ArrayList<>();
        repair(sentence, DEEPEST, readings);
        if (readings.isEmpty()) {
            BareValues.of(tokens).map(List::of).ifPresent(readings::add);
        }
        if (readings.stream().map(DidYouMean::direction).distinct().count() > 1) {
            return List.of();
        }
        Gist written = Gist.of(tokens);
        List<String> offers = readings.stream()
                .filter(written::isKeptBy)
                .filter(DidYouMean::isClear)
                .map(DidYouMean::canonical)
                .distinct()
                .toList();
        return offers.size() > MOST ? List.of() : offers;
    }

    private static void repair(NotUnderstood sentence, int depth, List<List<Instruction>> readings) {
        for (String repaired : repaired(sentence)) {
            InstructionText text = InstructionText.parse(repaired);
            if (text.understood() && !text.sentences().isEmpty()) {
                readings.add(text.instructions());
            } else if (depth > 1 && text.sentences().size() == 1) {
                repair(text.problems().getFirst(), depth - 1, readings);
            }
        }
    }

    /** Returns the sentence with what could stand in place of the words in question, or of a misspelt one behind them. */
    private static List<String> repaired(NotUnderstood sentence) {
        int start = sentence.faultStart() - sentence.start();
        int end = sentence.faultEnd() - sentence.start();
        String text = sentence.text();
        if (!sentence.replacements().isEmpty()) {
            return replaced(text, start, end, sentence.replacements());
        }
        return Tokenizer.of(text).stream()
                .filter(token -> token.start() >= start && token.isWord() && !Spelling.isKnown(token.text()))
                .findFirst()
                .map(token -> replaced(text, token.start(), token.end(), Spelling.of(token.text())))
                .orElse(List.of());
    }

    private static List<String> replaced(String text, int start, int end, List<String> replacements) {
        return replacements.stream()
                .map(replacement -> text.substring(0, start) + replacement + text.substring(end))
                .toList();
    }

    /** What becomes of the devices, what they are told apart by, and on which side of a time they were active. */
    private static Set<Object> direction(List<Instruction> reading) {
        Set<Object> direction = new HashSet<>();
        for (Instruction instruction : reading) {
            direction.add(instruction.type());
            direction.addAll(Gist.later(instruction));
            instruction.criteria().forEach(criterion -> direction.add(criterion.type()));
        }
        return direction;
    }

    /** No value is a misspelt word; and of several sentences in place of one nobody knows to which a second condition belongs. */
    private static boolean isClear(List<Instruction> reading) {
        return reading.stream()
                .allMatch(instruction ->
                        (reading.size() == 1 || instruction.criteria().size() == 1)
                                && instruction.criteria().stream().noneMatch(DidYouMean::isDoubtful));
    }

    private static boolean isDoubtful(Criterion criterion) {
        return criterion instanceof Criterion.Texts texts
                && texts.patterns().stream().anyMatch(Spelling::isDoubtful);
    }

    private static String canonical(List<Instruction> reading) {
        return reading.stream().map(Instruction::canonical).collect(Collectors.joining(". "));
    }
}
