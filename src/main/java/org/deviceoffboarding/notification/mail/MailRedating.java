package org.deviceoffboarding.notification.mail;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.notification.choice.ChosenWays;
import org.deviceoffboarding.notification.choice.NoticeChoices;
import org.deviceoffboarding.notification.choice.NoticeChoicesSaved;
import org.deviceoffboarding.notification.delivery.DestinationKind;
import org.deviceoffboarding.notification.delivery.Destinations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets mail that waits for its time be sent by what its person chose since. */
@Component
class MailRedating {

    private final ChosenWays chosen;
    private final Destinations destinations;
    private final Clock clock;

    MailRedating(ChosenWays chosen, Destinations destinations, Clock clock) {
        this.chosen = chosen;
        this.destinations = destinations;
        this.clock = clock;
    }

    @EventListener
    void on(NoticeChoicesSaved saved) {
        NoticeChoices choices =
                chosen.of(List.of(saved.personId())).getOrDefault(saved.personId(), NoticeChoices.USUAL);
        destinations.redate(
                DestinationKind.MAIL, saved.personId(), choices.timing().dueAt(clock.instant()));
    }
}
