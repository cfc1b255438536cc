package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentFeaturesChanged;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.playbook.keycheck.KeyCheckService;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.deviceoffboarding.suggestion.ui.SuggestionSection;
import org.springframework.core.annotation.Order;

/** What to do about a suggestion, as a checklist in order. */
@org.springframework.stereotype.Component
@Order(10)
class RecommendedActions implements SuggestionSection {

    /** What is done to devices, what decides whether anything can be, and what owners say is to be done. */
    private static final List<Class<? extends PageNews>> CHANGING =
            List.of(DeviceNews.class, InventoryReplaced.class, JudgingChanged.class, SuggestionsChanged.class);

    private final ChecklistService checklists;
    private final KeyCheckService keyChecks;
    private final DeviceList deviceList;
    private final StepActing acting;
    private final SuggestionFollowers followers;
    private final OpenPages openPages;
    private final CurrentActor currentActor;
    private final Clock clock;

    RecommendedActions(
            ChecklistService checklists,
            KeyCheckService keyChecks,
            DeviceList deviceList,
            StepActing acting,
            SuggestionFollowers followers,
            OpenPages openPages,
            CurrentActor currentActor,
            Clock clock) {
        this.checklists = checklists;
        this.keyChecks = keyChecks;
        this.deviceList = deviceList;
        this.acting = acting;
        this.followers = followers;
        this.openPages = openPages;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(Suggestion suggestion) {
        KeyPanel keys = new KeyPanel(suggestion.id(), keyChecks, currentActor, clock);
        ChecklistSection section = new ChecklistSection(
                suggestion.id(), checklists, acting, currentActor, clock, deviceList.links(suggestion.id()), keys);
        followers.follow(section, suggestion.id(), section::refresh);
        openPages.follow(section, CHANGING, section::refresh);
        followers.follow(keys, suggestion.id(), keys::refresh);
        openPages.follow(keys, AgentFeaturesChanged.class, keys::refresh);
        return Optional.of(section);
    }

    @Override
    public boolean leads() {
        return true;
    }
}
