package org.deviceoffboarding.evaluation.ui;

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
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.rules.RulesService;

/** What an owner decides about judging: from when on a device counts as silent, which situations and kinds are suggested. */
@Route(ThresholdsView.PATH)
@PageTitle("Thresholds")
@RolesAllowed(Roles.OWNER)
class ThresholdsView extends Composite<Div> {

    static final String PATH = "settings/thresholds";

    private final transient RulesService rules;
    private final transient Clock clock;
    private final Div content = new Div();

    ThresholdsView(RulesService rules, SettingsTabs tabs, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        content.addClassName("page-content");
        getContent().addClassName("page-content");
        getContent().add(tabs.on(PATH), content);
        show(rules.current());
    }

    private void show(SavedRules saved) {
        ThresholdsForm form = new ThresholdsForm(saved);
        Button save = new Button("Save", click -> save(saved, form));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        content.removeAll();
        content.add(
                new PageHeader("Thresholds").withActions(save),
                new Paragraph("They hold for runs that are started from now on. " + who(saved)),
                form);
    }

    private String who(SavedRules saved) {
        if (saved.savedBy() == null || saved.savedAt() == null) {
            return "These are the portal's own; nobody has changed them.";
        }
        return saved.savedBy().name() + " changed them "
                + TimeDisplay.shortly(saved.savedAt(), clock.instant(), TimeDisplay.zone()) + ".";
    }

    private void save(SavedRules before, ThresholdsForm form) {
        if (!form.isValid()) {
            Notices.problem("Nothing was saved: look at the fields that are marked.");
            return;
        }
        try {
            rules.save(before, form.rules(), form.keepsProgress());
            show(rules.current());
            Notices.info("Saved");
        } catch (ChangedMeanwhileException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }
}
