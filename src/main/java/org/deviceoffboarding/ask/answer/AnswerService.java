package org.deviceoffboarding.ask.answer;

import java.util.List;
import java.util.OptionalLong;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.springframework.stereotype.Service;

/** Answers questions about the devices that a person may see. */
@Service
@May(Capability.READ)
public class AnswerService {

    private final Answers answers;

    AnswerService(Answers answers) {
        this.answers = answers;
    }

    /**
     * Answers a question as things are now. What cannot be answered says why. Takes a network's time where it asks for a group or a
     * department: not in a transaction.
     */
    public Answer answer(Question question) {
        return answers.answer(question);
    }

    /** Returns how many devices a question finds now, without anything else; nothing where it cannot be answered, or is about single devices. */
    public OptionalLong count(Question question) {
        return answers.count(question);
    }

    /** Returns what devices are named by that begins so, at most so many: for whoever types a question. */
    public List<String> names(AskedText sort, String beginning, int most) {
        return answers.names(sort, beginning, most);
    }
}
