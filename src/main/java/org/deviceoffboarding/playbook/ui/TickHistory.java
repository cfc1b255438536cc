package org.deviceoffboarding.playbook.ui;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceHistory;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.deviceoffboarding.playbook.checklist.ChecklistChanged;
import org.deviceoffboarding.playbook.checklist.DeviceTicks;
import org.deviceoffboarding.suggestion.ui.SuggestionLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps that were ticked on the suggestions that a device is or was in. */
@Component
class TickHistory implements DeviceHistory {

    private final DeviceTicks ticks;

    TickHistory(DeviceTicks ticks) {
        this.ticks = ticks;
    }

    @Override
    public List<DeviceMoment> of(UUID objectId, @Nullable DeviceFacts device) {
        return ticks.of(objectId).stream()
                .map(ticked -> new DeviceMoment(
                        ticked.tick().at(),
                        "Ticked: " + ticked.step(),
                        PersonDisplay.name(ticked.tick().by()),
                        new DeviceMoment.About(SuggestionLink.path(ticked.suggestionId()), "Suggestion")))
                .toList();
    }

    @Override
    public List<Class<? extends PageNews>> changedBy() {
        return List.of(ChecklistChanged.class);
    }
}
