package org.deviceoffboarding.ask.saved;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.inventory.Inventories;
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
    private final Inventories inventories;
    private final NoticeOutbox notices;
    private final ApplicationEventPublisher events;

    QuestionNumbers(
            NamedQuestionRepository questions,
            QuestionNumberRepository numbers,
            QuestionMarkRepository marks,
            Inventories inventories,
            NoticeOutbox notices,
            ApplicationEventPublisher events) {
        this.questions = questions;
        this.numbers = numbers;
        this.marks = marks;
        this.inventories = inventories;
        this.notices = notices;
        this.events = events;
    }

    /** Stores the number of a question, unless it was changed or removed since it was counted, or the result is no longer the one that holds. */
    @Transactional
    void put(NamedQuestion counted, QuestionNumber number) {
        boolean same = questions
                .lock(counted.id())
                .filter(now -> now.question().equals(counted.question()))
                .isPresent();
        if (!same || !inventories.published().equals(OptionalLong.of(number.runId()))) {
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
