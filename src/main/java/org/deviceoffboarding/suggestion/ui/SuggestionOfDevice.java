package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceSection;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.core.annotation.Order;

/** Leads from a device's page to the suggestion of the newest result that it is in. */
@org.springframework.stereotype.Component
@Order(15)
class SuggestionOfDevice implements DeviceSection {

    private final SuggestionService suggestions;

    SuggestionOfDevice(SuggestionService suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public Optional<Component> section(DeviceFacts device) {
        return suggestions
                .withAll(Set.of(device.entra().objectId()))
                .map(suggestion -> new Section(
                        "Suggestion", new Paragraph(SuggestionLink.of(suggestion.id(), suggestion.title()))));
    }
}
