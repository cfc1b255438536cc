package org.deviceoffboarding.ask.saved;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells this portal's pages of what another portal on the same database counted, and of what was saved, pinned or watched there. */
@Component
class QuestionNews {

    private final QuestionNumberRepository numbers;
    private final QuestionMarkRepository marks;
    private final ApplicationEventPublisher events;
    private final Told counting = new Told();
    private final Told keeping = new Told();

    QuestionNews(QuestionNumberRepository numbers, QuestionMarkRepository marks, ApplicationEventPublisher events) {
        this.numbers = numbers;
        this.marks = marks;
        this.events = events;
    }

    /** Called every few seconds. What this portal did itself was told as it happened; telling it again harms nobody. */
    void look() {
        if (counting.isNews(numbers.newestCounting())) {
            events.publishEvent(new QuestionsCounted());
        }
        if (keeping.isNews(marks.newestKeeping())) {
            events.publishEvent(new QuestionsChanged());
        }
    }

    /** What pages know. */
    private static final class Told {

        private @Nullable String told;

        /** Returns whether that is news; the first look is none, since nobody looks at a page of this portal yet. */
        synchronized boolean isNews(String now) {
            boolean news = told != null && !told.equals(now);
            told = now;
            return news;
        }
    }
}
