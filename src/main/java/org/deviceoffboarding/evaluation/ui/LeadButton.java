package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.OverviewLead;
import org.deviceoffboarding.base.ui.OverviewLead.Lead;

/** Leads to what waits for the person, and is the primary button as long as something does; hidden otherwise. */
class LeadButton extends Button {

    private final transient List<OverviewLead> leads;
    private final Button otherwise;
    private Location address = new Location("");

    /**
     * Shows nothing before the first {@link #look}.
     *
     * @param otherwise the primary button where nothing waits
     */
    LeadButton(List<OverviewLead> leads, Button otherwise) {
        this.leads = leads;
        this.otherwise = otherwise;
        addThemeVariants(ButtonVariant.PRIMARY);
        setVisible(false);
        addClickListener(click -> UI.getCurrent().navigate(address.getPath(), address.getQueryParameters()));
    }

    /** Looks again after everything that may change what waits, for as long as a page is shown. */
    void followIn(Component page, OpenPages openPages) {
        openPages.follow(
                page, leads.stream().flatMap(lead -> lead.changedBy().stream()).toList(), this::look);
    }

    /** Shows what waits now. */
    void look() {
        Optional<Lead> first =
                leads.stream().flatMap(lead -> lead.now().stream()).findFirst();
        first.ifPresent(lead -> {
            setText(lead.words());
            address = lead.address();
        });
        setVisible(first.isPresent());
        otherwise.setThemeVariant(ButtonVariant.PRIMARY, first.isEmpty());
    }
}
