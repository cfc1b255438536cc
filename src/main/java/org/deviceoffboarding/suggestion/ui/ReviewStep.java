package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.deviceoffboarding.base.ui.GuideStep;
import org.springframework.core.annotation.Order;

/** What there will be to look at after the first run. */
@org.springframework.stereotype.Component
@Order(30)
class ReviewStep implements GuideStep {

    @Override
    public String title() {
        return "Review what it suggests";
    }

    @Override
    public boolean done() {
        return false;
    }

    @Override
    public Component about() {
        return new Paragraph(
                "Here you will then see the devices that left Intune or went silent and still exist in Entra, in suggestions: why each"
                        + " one is flagged, and what to do about it in which order. Nothing is disabled or deleted before somebody asks"
                        + " for it.");
    }

    @Override
    public Optional<Component> action() {
        return Optional.empty();
    }

    @Override
    public String role() {
        return "";
    }
}
