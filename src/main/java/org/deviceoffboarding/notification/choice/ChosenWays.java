package org.deviceoffboarding.notification.choice;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people chose, for whoever tells them. */
@Component
public class ChosenWays {

    private final ChoiceRepository choices;

    ChosenWays(ChoiceRepository choices) {
        this.choices = choices;
    }

    /** Returns what each of these people chose, those who chose nothing among them. */
    public Map<String, NoticeChoices> of(Collection<String> people) {
        return choices.of(people);
    }
}
