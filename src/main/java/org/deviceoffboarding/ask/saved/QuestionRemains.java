package org.deviceoffboarding.ask.saved;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.agent.AgentRemains;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The questions are people's, and stay; the numbers are of what the agent's runs found, and go with them. */
@Component
@Order(65)
class QuestionRemains implements AgentRemains {

    private final NamedQuestionRepository questions;
    private final QuestionNumberRepository numbers;
    private final ApplicationEventPublisher events;

    QuestionRemains(
            NamedQuestionRepository questions, QuestionNumberRepository numbers, ApplicationEventPublisher events) {
        this.questions = questions;
        this.numbers = numbers;
        this.events = events;
    }

    @Override
    public List<String> goes() {
        long counted = numbers.count();
        return counted == 0
                ? List.of()
                : List.of(sentence(
                        counted,
                        "%,d number of saved questions over time.",
                        "%,d numbers of saved questions over time."));
    }

    @Override
    public List<String> stays() {
        long saved = questions.count();
        return saved == 0
                ? List.of()
                : List.of(sentence(
                        saved,
                        "%,d saved question, with who has it on Overview and who is told of its number.",
                        "%,d saved questions, with who has them on Overview and who is told of their numbers."));
    }

    @Override
    public void withdraw() {
        questions
                .lockAll(); // what is just being stored is forgotten too, and what is stored later sees that its result
        // is gone
        numbers.forgetAll();
        events.publishEvent(new QuestionsCounted());
    }

    private static String sentence(long number, String one, String many) {
        return String.format(Locale.ENGLISH, number == 1 ? one : many, number);
    }
}
