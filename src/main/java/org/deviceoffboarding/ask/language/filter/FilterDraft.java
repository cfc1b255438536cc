package org.deviceoffboarding.ask.language.filter;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Piece;
import org.deviceoffboarding.ask.question.QuestionWording;

/** What is known of a filter while it is read. Of one prompt, and of one thread. */
final class FilterDraft {

    private final String prompt;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Missed> missed = new ArrayList<>();
    private boolean formal;
    private boolean broken;
    private boolean dangerous;

    FilterDraft(String prompt) {
        this.prompt = prompt;
    }

    List<Piece> pieces() {
        return pieces;
    }

    List<Missed> missed() {
        return missed;
    }

    /** Returns whether something stands there that only filters have. */
    boolean isFormal() {
        return formal;
    }

    void formal() {
        formal = true;
    }

    /** Returns whether something stands there that no filter has: it may be a sentence. */
    boolean isBroken() {
        return broken;
    }

    /** Returns whether without what was missed the others would fit other devices. */
    boolean isDangerous() {
        return dangerous;
    }

    void piece(int start, int end, String meaning) {
        pieces.add(new Piece(start, end, prompt.substring(start, end), meaning, null));
    }

    void piece(int start, int end, Condition condition) {
        pieces.add(new Piece(start, end, prompt.substring(start, end), QuestionWording.of(condition), condition));
    }

    /** Takes the piece that was added last together with what denies it. */
    void deny(int start, Condition denied) {
        Piece last = pieces.removeLast();
        piece(start, last.end(), denied);
    }

    /** Adds words of a filter that are not known here. */
    void miss(int start, int end, String reason) {
        missLightly(start, end, reason);
        dangerous = true;
    }

    /** Adds words without which the others fit the same devices. */
    void missLightly(int start, int end, String reason) {
        missed.add(new Missed(start, end, prompt.substring(start, end), reason, List.of()));
    }

    /** Adds words that stand in no filter. */
    void breakAt(int start, int end, String reason) {
        miss(start, end, reason);
        broken = true;
    }
}
