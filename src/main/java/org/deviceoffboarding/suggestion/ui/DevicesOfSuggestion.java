package org.deviceoffboarding.suggestion.ui;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.inventory.ui.DeviceNotes;
import org.deviceoffboarding.inventory.ui.NotedDevices;
import org.deviceoffboarding.inventory.ui.RestrictedRows;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionExports;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.stereotype.Component;

/** Makes the list of a suggestion's devices, which follows what is done to them. */
@Component
class DevicesOfSuggestion {

    private final SuggestionService suggestions;
    private final SuggestionExports exports;
    private final List<DeviceBulkAction> actions;
    private final DeviceKeyService keys;
    private final List<DeviceNotes> notes;
    private final DeviceService inventory;
    private final Lists lists;
    private final OpenPages openPages;
    private final Clock clock;

    DevicesOfSuggestion(
            SuggestionService suggestions,
            SuggestionExports exports,
            List<DeviceBulkAction> actions,
            DeviceKeyService keys,
            List<DeviceNotes> notes,
            DeviceService inventory,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        this.suggestions = suggestions;
        this.exports = exports;
        this.actions = actions;
        this.keys = keys;
        this.notes = notes;
        this.inventory = inventory;
        this.lists = lists;
        this.openPages = openPages;
        this.clock = clock;
    }

    /** @param state of their table, as the page's address has it */
    SuggestedDevices of(Suggestion suggestion, TableState state) {
        SuggestedDevices devices = new SuggestedDevices(
                suggestion,
                state,
                suggestions,
                exports,
                actions,
                new SuggestedKeys(keys),
                new NotedDevices<>(notes, Finding::objectId),
                () -> new RestrictedRows<>(inventory, Finding::objectId),
                lists,
                openPages,
                clock);
        openPages.follow(devices, DeviceNews.class, devices::refresh);
        return devices;
    }
}
