package org.deviceoffboarding.ask.saved;

import java.time.Duration;
import org.deviceoffboarding.base.jobs.PortalBeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Lets {@link QuestionNews} look every few seconds, on each portal, for as long as it is there. */
@Component
@ConditionalOnBooleanProperty(name = "portal.run-watch", matchIfMissing = true)
class QuestionNewsBeat {

    /** Some rows for each saved question: cheap enough for each portal, and soon enough for people. */
    private static final Duration PACE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(QuestionNewsBeat.class);

    private final QuestionNews news;
    private final PortalBeat beat = new PortalBeat("question-news", PACE, this::look);

    QuestionNewsBeat(QuestionNews news) {
        this.news = news;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        beat.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        beat.stop();
    }

    /** What cannot be looked up now is found with a later look. */
    private void look() {
        try {
            news.look();
        } catch (DataAccessException e) {
            log.atDebug().setCause(e).log("The numbers of questions could not be looked up");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Pages could not be told of another portal's numbers");
        }
    }
}
