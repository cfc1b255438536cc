package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.retention.RetentionService;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.safeguard.Ceiling;
import org.deviceoffboarding.safeguard.Loosening;
import org.deviceoffboarding.safeguard.LooseningRefusedException;
import org.deviceoffboarding.safeguard.ui.PendingLoosenings;

/** What an owner decides about judging: from when on a device counts as silent, which situations and kinds are suggested. */
@Route(ThresholdsView.PATH)
@PageTitle("Thresholds")
@May(Capability.CHANGE_THRESHOLDS)
class ThresholdsView extends Composite<Div> {

    static final String PATH = "settings/thresholds";

    private final transient RulesService rules;
    private final transient PendingLoosenings loosenings;
    private final transient Ceiling ceiling;
    private final transient TextKeeping texts;
    private final transient Clock clock;
    private final Div content = new Div();
    private transient SavedRules shown;
    private KeptTexts kept;
    private ThresholdsForm form;

    ThresholdsView(
            RulesService rules,
            RetentionService retention,
            SettingsTabs tabs,
            PendingLoosenings loosenings,
            Ceiling ceiling,
            TextKeeping texts,
            Clock clock) {
        this.rules = rules;
        this.loosenings = loosenings;
        this.ceiling = ceiling;
        this.texts = texts;
        this.clock = clock;
        this.shown = rules.current();
        this.kept = texts.at(PATH);
        this.form = new ThresholdsForm(shown, ceiling, kept);
        content.addClassName("page-content");
        getContent().addClassName("page-content");
        getContent().add(tabs.on(PATH), content, new RetentionSection(retention));
        show(shown);
        loosenings.follow(content, this::followUnlessChanged);
    }

    /** What another owner confirmed, or what was its time, shows at once, unless something is being typed. */
    private void followUnlessChanged() {
        if (form.holds(shown) && rules.current().version() != shown.version()) {
            show(rules.current());
        }
    }

    private void show(SavedRules saved) {
        shown = saved;
        kept = texts.at(PATH);
        form = new ThresholdsForm(saved, ceiling, kept);
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        content.removeAll();
        content.add(
                new PageHeader("Thresholds").withActions(save),
                new Paragraph("They hold for runs that are started from now on. " + who(saved)),
                new Paragraph(
                        "A shorter silence or grace period, a protected kind that is suggested, and a Teams phone that is taken"
                                + " off the list wait for another owner to confirm them, or for 24 hours."),
                loosenings.of(RulesService.SAFEGUARD),
                form);
    }

    private String who(SavedRules saved) {
        if (saved.savedBy() == null || saved.savedAt() == null) {
            return "These are the portal's own; nobody has changed them.";
        }
        return PersonDisplay.name(saved.savedBy()) + " changed them "
                + TimeDisplay.shortly(saved.savedAt(), clock.instant(), TimeDisplay.zone()) + ".";
    }

    private void save() {
        if (!form.isValid()) {
            return;
        }
        try {
            Optional<Loosening> proposed = rules.save(shown, form.rules(), form.keepsProgress());
            kept.sent();
            show(rules.current());
            loosenings.saySaved(proposed);
        } catch (ChangedMeanwhileException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        } catch (LooseningRefusedException e) {
            Notices.problem(e.reason());
        }
    }
}
