package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.approval.SavedRemediationRules;

/** What an owner decides about change requests: from when on a second person approves, and how many devices at the most. */
@Route(ApprovalRulesView.PATH)
@PageTitle("Approval")
@RolesAllowed(Roles.OWNER)
class ApprovalRulesView extends Composite<Div> {

    static final String PATH = "settings/approval";

    private final transient RemediationRulesService rules;
    private final transient Clock clock;
    private final Div content = new Div();

    ApprovalRulesView(RemediationRulesService rules, SettingsTabs tabs, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        content.addClassName("page-content");
        getContent().addClassName("page-content");
        getContent().add(tabs.on(PATH), content);
        show(rules.current());
    }

    private void show(SavedRemediationRules saved) {
        ApprovalRulesForm form = new ApprovalRulesForm(saved.rules());
        Button save = new Button("Save", click -> save(saved, form));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        content.removeAll();
        content.add(
                new PageHeader("Approval").withActions(save),
                new Paragraph(
                        "These rules hold from now on, also for requests that wait for approval. Nobody approves what they asked"
                                + " for themselves, whatever is set here. " + who(saved)),
                form);
    }

    private String who(SavedRemediationRules saved) {
        if (saved.savedBy() == null || saved.savedAt() == null) {
            return "They are the portal's own; nobody has changed them.";
        }
        return saved.savedBy().name() + " changed them "
                + TimeDisplay.shortly(saved.savedAt(), clock.instant(), TimeDisplay.zone()) + ".";
    }

    private void save(SavedRemediationRules before, ApprovalRulesForm form) {
        if (!form.isValid()) {
            Notices.problem("Nothing was saved: look at the fields that are marked.");
            return;
        }
        try {
            rules.save(before, form.rules());
            Notices.info("Saved");
        } catch (ChangedMeanwhileException e) {
            Notices.problem(
                    "Someone else changed these rules meanwhile. Nothing of yours was saved: the page shows their rules"
                            + " now. Repeat your change if it is still right.");
        }
        show(rules.current());
    }
}
