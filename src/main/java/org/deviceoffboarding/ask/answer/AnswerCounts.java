package org.deviceoffboarding.ask.answer;

import org.deviceoffboarding.ask.question.Question;
import org.springframework.stereotype.Component;

/** Counts what questions find, for jobs: asks for no role, and shows nothing but a number. */
@Component
public class AnswerCounts {

    private final Answers answers;

    AnswerCounts(Answers answers) {
        this.answers = answers;
    }

    /**
     * Returns how many devices a question finds now. Takes a network's time where it asks for a group or a department: not in a
     * transaction.
     *
     * @param question not about single devices
     * @throws NotAnswerableException if that cannot be told
     */
    public long count(Question question) {
        return answers.counted(question);
    }
}
