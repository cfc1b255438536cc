package org.deviceoffboarding.suggestion.ui;

import java.time.Instant;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionDetails;

/** What a suggestion is for, and how far people are with it. */
class DetailsSection extends Section {

    DetailsSection(SuggestionDetails details, Instant now) {
        super("Details");
        Suggestion suggestion = details.suggestion();
        add(new Facts()
                .with("Devices", String.valueOf(suggestion.devices()))
                .with("Situation", suggestion.situation().label())
                .with("Platform", suggestion.platform().label())
                .with("Ownership", suggestion.ownership().label())
                .with("Kind", suggestion.group().label())
                .with("Status", suggestion.status().label())
                .with(
                        "Assigned to",
                        suggestion.assignee() == null
                                ? "nobody"
                                : suggestion.assignee().name())
                .with("Note", details.note())
                .with("Managed by", details.managedBy() == null ? "nobody yet" : details.managedBy())
                .with("Updated", TimeDisplay.span(suggestion.updatedAt(), now))
                .with("Run", String.valueOf(suggestion.runId())));
    }
}
