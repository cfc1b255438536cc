package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.approval.SavedRemediationRules;
import org.deviceoffboarding.safeguard.Ceiling;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.deviceoffboarding.safeguard.ui.PendingLoosenings;

/** What an owner decides about change requests: from when on a second person approves, and how many devices at the most. */
@Route(ApprovalRulesView.PATH)
@PageTitle("Approval")
@May(Capability.CHANGE_APPROVAL_RULES)
class ApprovalRulesView extends Composite<Div> {

    static final String PATH = "settings/approval";

    private final transient RemediationRulesService rules;
    private final transient PendingLoosenings loosenings;
    private final transient Ceiling ceiling;
    private final transient Clock clock;
    private final Div content = new Div();
    private transient SavedRemediationRules shown;
    private ApprovalRulesForm form;

    ApprovalRulesView(
            RemediationRulesService rules,
            SettingsTabs tabs,
            PendingLoosenings loosenings,
            Ceiling ceiling,
            Clock clock) {
        this.rules = rules;
        this.loosenings = loosenings;
        this.ceiling = ceiling;
        this.clock = clock;
        this.shown = rules.current();
        this.form = new ApprovalRulesForm(shown.rules(), ceiling);
        content.addClassName("page-content");
        getContent().addClassName("page-content");
        getContent().add(tabs.on(PATH), content);
        show(shown);
        loosenings.follow(content, this::followUnlessChanged);
    }

    /** What another owner confirmed, or what was its time, shows at once, unless something is being typed. */
    private void followUnlessChanged() {
        if (form.holds(shown.rules()) && rules.current().version() != shown.version()) {
            show(rules.current());
        }
    }

    private void show(SavedRemediationRules saved) {
        shown = saved;
        form = new ApprovalRulesForm(saved.rules(), ceiling);
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        content.removeAll();
        content.add(
                new PageHeader("Approval").withActions(save),
                new Paragraph(
                        "These rules hold from now on, also for requests that wait for approval. Nobody approves what they asked"
                                + " for themselves, whatever is set here. " + who(saved)),
                new Paragraph(
                        "Lower numbers hold at once. Higher ones wait for another owner to confirm them, or for 24 hours."),
                loosenings.of(RemediationRulesService.SAFEGUARD),
                form);
    }

    private String who(SavedRemediationRules saved) {
        if (saved.savedBy() == null || saved.savedAt() == null) {
            return "They are the portal's own; nobody has changed them.";
        }
        return PersonDisplay.name(saved.savedBy()) + " changed them "
                + TimeDisplay.shortly(saved.savedAt(), clock.instant(), TimeDisplay.zone()) + ".";
    }

    private void save() {
        if (!form.isValid()) {
            return;
        }
        try {
            loosenings.saySaved(rules.save(shown, form.rules()));
            show(rules.current());
        } catch (ChangedMeanwhileException e) {
            Notices.problem(
                    "Someone else changed these rules meanwhile. Nothing of yours was saved: the page shows their rules"
                            + " now. Repeat your change if it is still right.");
            show(rules.current());
        } catch (LooseningRefusedException e) {
            Notices.problem(e.reason());
        }
    }
}
