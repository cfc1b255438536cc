package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.instruction.language.Sentence.NotUnderstood;
import org.deviceoffboarding.instruction.language.Sentence.Understood;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Token;
import org.deviceoffboarding.language.Tokenizer;

/**
 * What an owner wrote, sentence by sentence. Every word of the text belongs to one of the sentences, and each sentence
 * either was understood as a whole or says what was not.
 *
 * @param sentences in the order of the text; none where the text is blank
 */
public record InstructionText(String text, List<Sentence> sentences) {

    /** How long a text may be: room for some 25,000 IDs. */
    public static final int LONGEST = 1_000_000;

    public InstructionText {
        sentences = List.copyOf(sentences);
    }

    /** Reads a text. Never fails: what is not understood is among the sentences. */
    public static InstructionText parse(String text) {
        if (text.length() > LONGEST) {
            return new InstructionText(text, List.of(tooLong(text)));
        }
        List<Sentence> sentences = new ArrayList<>();
        for (List<Token> tokens : Splitter.split(Tokenizer.of(text))) {
            sentences.add(read(text, tokens));
        }
        return new InstructionText(text, sentences);
    }

    /** Returns whether all of it was understood. */
    public boolean understood() {
        return sentences.stream().allMatch(Understood.class::isInstance);
    }

    /** Returns the instructions that were understood, in the order of the text. */
    public List<Instruction> instructions() {
        return sentences.stream()
                .filter(Understood.class::isInstance)
                .map(sentence -> ((Understood) sentence).instruction())
                .toList();
    }

    /** Returns the sentences that were not understood, in the order of the text. */
    public List<NotUnderstood> problems() {
        return sentences.stream()
                .filter(NotUnderstood.class::isInstance)
                .map(NotUnderstood.class::cast)
                .toList();
    }

    /** Returns the text with another sentence in the place of one, parted from what stands behind it. */
    public String with(NotUnderstood problem, String sentence) {
        String before = text.substring(0, problem.start());
        String after = text.substring(problem.end());
        int expected = sentences.size() - 1 + parse(sentence).sentences().size();
        boolean parted = parse(before + sentence + after).sentences().size() == expected;
        return before + sentence + (parted ? "" : ".") + after;
    }

    private static Sentence read(String text, List<Token> tokens) {
        int start = tokens.getFirst().start();
        int end = tokens.getLast().end();
        try {
            return new Understood(start, end, SentenceParser.parse(tokens));
        } catch (NotUnderstoodException e) {
            return new NotUnderstood(
                    start, end, text.substring(start, end), e.start(), e.end(), e.sentence(), e.replacements());
        }
    }

    private static Sentence tooLong(String text) {
        return new NotUnderstood(
                0,
                text.length(),
                "",
                LONGEST,
                text.length(),
                "The text is longer than 1,000,000 characters. Put devices that are to be left out for good into exceptions or an Entra group.",
                List.of());
    }
}
