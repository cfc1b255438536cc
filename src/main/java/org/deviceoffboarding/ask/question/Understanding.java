package org.deviceoffboarding.ask.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a prompt. Each word of it is in a piece, in a reason or in an aside, is missed, or says nothing more than the words
 * around it.
 *
 * @param question null where nothing can be answered: nothing was understood, or what was missed could turn it round
 * @param understood in the order of the prompt
 * @param missed in the order of the prompt
 * @param reasons what was taken for why it is asked, and for no criterion, in the order of the prompt
 * @param nearest canonical wordings of questions that could have been meant, where there is no question; can be empty
 * @param apart whether it could have gone on from the question before, and was taken for one of its own
 * @param asides what was taken for neither criterion nor reason, and left aside, in the order of the prompt; can be empty
 * @param remarks what is said of words that were understood, in the order of the prompt; can be empty
 */
public record Understanding(
        String prompt,
        @Nullable Question question,
        List<Piece> understood,
        List<Missed> missed,
        List<StatedReason> reasons,
        List<String> nearest,
        boolean apart,
        List<Aside> asides,
        List<Remark> remarks) {

    public Understanding {
        understood = List.copyOf(understood);
        missed = List.copyOf(missed);
        reasons = List.copyOf(reasons);
        nearest = List.copyOf(nearest);
        asides = List.copyOf(asides);
        remarks = List.copyOf(remarks);
    }

    /** Makes what was understood of a prompt that surely goes on from the question before, or surely does not. */
    public Understanding(
            String prompt,
            @Nullable Question question,
            List<Piece> understood,
            List<Missed> missed,
            List<StatedReason> reasons,
            List<String> nearest) {
        this(prompt, question, understood, missed, reasons, nearest, false, List.of(), List.of());
    }

    /** Returns the same, where these words of the prompt were left aside before. */
    public Understanding beside(List<Aside> aside) {
        return new Understanding(prompt, question, understood, missed, reasons, nearest, apart, aside, remarks);
    }

    /** Returns a question as one that was asked in its own wording, of which nothing was missed. */
    public static Understanding of(Question question) {
        return new Understanding(question.canonical(), question, List.of(), List.of(), List.of(), List.of());
    }

    /** Returns whether nothing was missed, so that the answer is one to the whole prompt. */
    public boolean whole() {
        return question != null && missed.isEmpty();
    }

    /** Returns the prompt with other words in the place of those that were missed. */
    public String with(Missed words, String replacement) {
        return prompt.substring(0, words.start()) + replacement + prompt.substring(words.end());
    }

    /** Returns the prompt without the words that were missed. */
    public String without(Missed words) {
        return (prompt.substring(0, words.start()).stripTrailing() + " "
                        + prompt.substring(words.end()).stripLeading())
                .strip();
    }
}
