package org.deviceoffboarding.ask.saved;

import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what was counted, and tells those who watch it in the same transaction. */
@Component
class QuestionNumbers {

    private final NamedQuestionRepository questions;
    private final QuestionNumberRepository numbers;
    private final QuestionMarkRepository marks;
    private final NoticeOutbox notices;
    private final ApplicationEventPublisher events;

    QuestionNumbers(
            NamedQuestionRepository questions,
            QuestionNumberRepository numbers,
            QuestionMarkRepository marks,
            NoticeOutbox notices,
            ApplicationEventPublisher events) {
        this.questions = questions;
        this.numbers = numbers;
        this.marks = marks;
        this.notices = notices;
        this.events = events;
    }

    /** Stores the number of a question, unless it was changed or removed since it was counted. */
    @Transactional
    void put(NamedQuestion counted, QuestionNumber number) {
        boolean same = questions
                .lock(counted.id())
                .filter(now -> now.question().equals(counted.question()))
                .isPresent();
        if (!same) {
            return;
        }
        numbers.put(number);
        if (number.devices() != null) {
            tell(counted, number);
        }
        events.publishEvent(new QuestionsCounted());
    }

    private void tell(NamedQuestion question, QuestionNumber number) {
        long devices = Objects.requireNonNull(number.devices());
        List<QuestionNotice> told = marks.told(question.id(), devices).entrySet().stream()
                .map(knew -> new QuestionNotice(question, number.countedAt(), devices, knew.getKey(), knew.getValue()))
                .toList();
        notices.tell(Actor.PORTAL, told);
    }
}
