package org.deviceoffboarding.ask.saved;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells this portal's pages of what another portal on the same database counted. */
@Component
class QuestionNews {

    private final QuestionNumberRepository numbers;
    private final ApplicationEventPublisher events;
    private @Nullable String told;

    QuestionNews(QuestionNumberRepository numbers, ApplicationEventPublisher events) {
        this.numbers = numbers;
        this.events = events;
    }

    /** Called every few seconds. What this portal did itself was told as it happened; telling it again harms nobody. */
    void look() {
        if (note(numbers.newestCounting())) {
            events.publishEvent(new QuestionsCounted());
        }
    }

    /** Returns whether that is news; the first look is none, since nobody looks at a page of this portal yet. */
    private synchronized boolean note(String now) {
        boolean news = told != null && !told.equals(now);
        told = now;
        return news;
    }
}
