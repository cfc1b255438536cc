package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.Optional;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.inventory.DeviceCorrected;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.playbook.keycheck.KeyCheckService;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.ui.SuggestionSection;
import org.springframework.core.annotation.Order;

/** What to do about a suggestion, as a checklist in order. */
@org.springframework.stereotype.Component
@Order(10)
class RecommendedActions implements SuggestionSection {

    private final ChecklistService checklists;
    private final KeyCheckService keyChecks;
    private final DeviceList deviceList;
    private final SuggestionFollowers followers;
    private final OpenPages openPages;
    private final CurrentActor currentActor;
    private final Clock clock;

    RecommendedActions(
            ChecklistService checklists,
            KeyCheckService keyChecks,
            DeviceList deviceList,
            SuggestionFollowers followers,
            OpenPages openPages,
            CurrentActor currentActor,
            Clock clock) {
        this.checklists = checklists;
        this.keyChecks = keyChecks;
        this.deviceList = deviceList;
        this.followers = followers;
        this.openPages = openPages;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(Suggestion suggestion) {
        return checklists.find(suggestion.id()).map(checklist -> {
            KeyPanel keys = new KeyPanel(suggestion.id(), keyChecks, currentActor, clock);
            ChecklistSection section = new ChecklistSection(
                    suggestion.id(), checklists, currentActor, clock, deviceList.links(suggestion.id()), keys);
            followers.follow(section, suggestion.id(), section::refresh);
            openPages.follow(section, DeviceCorrected.class, section::refresh);
            followers.follow(keys, suggestion.id(), keys::refresh);
            return section;
        });
    }
}
