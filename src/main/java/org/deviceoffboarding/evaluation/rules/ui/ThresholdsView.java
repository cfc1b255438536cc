package org.deviceoffboarding.evaluation.rules.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.setting.SavedMeanwhile;
import org.deviceoffboarding.base.ui.setting.SettingHistory;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.effect.ui.EffectLines;
import org.deviceoffboarding.evaluation.effect.ui.EffectSection;
import org.deviceoffboarding.evaluation.retention.RetentionService;
import org.deviceoffboarding.evaluation.rules.RuleSetting;
import org.deviceoffboarding.evaluation.rules.RulesEffectService;
import org.deviceoffboarding.evaluation.rules.RulesRefusedException;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.judging.JudgingRules;
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

    private static final String UNCHANGED =
            "Nothing is changed. Change something, and see here which devices would come and go, before it is saved.";

    private final transient RulesService rules;
    private final transient PendingLoosenings loosenings;
    private final transient Ceiling ceiling;
    private final transient TextKeeping texts;
    private final transient Clock clock;
    private final Div content = new Div();
    private final Paragraph about = new Paragraph();
    private final Div news = new Div();
    private final EffectSection effect;
    private final transient RulesEffectService effects;
    private final SettingHistory<SavedRules> history;
    private transient SavedRules shown;
    private KeptTexts kept;
    private ThresholdsForm form;

    ThresholdsView(
            RunService runs,
            RulesService rules,
            RulesEffectService effects,
            RetentionService retention,
            SettingsTabs tabs,
            PendingLoosenings loosenings,
            OpenPages openPages,
            Ceiling ceiling,
            TextKeeping texts,
            Clock clock) {
        this.effect = new EffectSection(runs);
        this.rules = rules;
        this.loosenings = loosenings;
        this.ceiling = ceiling;
        this.texts = texts;
        this.clock = clock;
        this.shown = rules.current();
        this.kept = texts.at(PATH);
        this.effects = effects;
        this.form = new ThresholdsForm(shown, ceiling, kept, () -> {});
        this.history = new SettingHistory<>(
                "History of the thresholds", rules::history, () -> shown.version(), this::goBack, clock);
        news.addClassName("stack");
        content.addClassName("page-content");
        getContent().addClassName("page-content");
        getContent().add(tabs.on(PATH), content, history, new RetentionSection(retention, openPages, clock));
        show(shown);
        loosenings.follow(content, this::follow);
        openPages.follow(content, List.of(JudgingChanged.class, InventoryReplaced.class), this::follow);
    }

    /**
     * What another owner saved or confirmed, or what was its time, shows at once: in all fields, or beside what is being entered. Where
     * a run replaced the result, what is entered is judged anew.
     */
    private void follow() {
        SavedRules saved = rules.current();
        if (saved.version() == shown.version()) {
            showEffect();
        } else if (form.holds(shown)) {
            show(saved);
        } else {
            takeOver(saved);
        }
    }

    private void show(SavedRules saved) {
        shown = saved;
        kept = texts.at(PATH);
        form = new ThresholdsForm(saved, ceiling, kept, this::showEffect);
        form.showLast(rules.lastChanges(), clock.instant());
        sayWho();
        news.removeAll();
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div columns = new Div(form, effect);
        columns.addClassNames("columns-wide-first", "setting-columns");
        content.removeAll();
        content.add(
                new PageHeader("Thresholds").withActions(save),
                about,
                new Paragraph(
                        "A shorter silence or grace period, a protected kind that is suggested, and a Teams phone that is taken"
                                + " off the list wait for another owner to confirm them, or for 24 hours."),
                news,
                loosenings.of(RulesService.SAFEGUARD),
                columns);
        history.refresh();
        showEffect();
    }

    private void showEffect() {
        if (form.holds(shown)) {
            effect.say(UNCHANGED);
            return;
        }
        Optional<JudgingRules> wanted = form.usable();
        if (wanted.isEmpty()) {
            effect.say("A field holds what can't be saved. Once it is mended, you see here what would change.");
        } else if (wanted.get().equals(shown.rules())) {
            effect.say("No device comes or goes by this." + ofProgress());
        } else {
            effect.count(
                    effects.result(),
                    effects.looksAt(),
                    progress -> effects.of(wanted.get(), progress),
                    found -> EffectLines.of(
                            found.result(),
                            effects,
                            Capability.CHANGE_THRESHOLDS,
                            RulesCautions.of(found),
                            clock.instant()));
        }
    }

    private String ofProgress() {
        if (form.keepsProgress() == shown.keepProgress()) {
            return "";
        }
        return form.keepsProgress()
                ? " A run takes status and assignee over where devices of a suggestion are flagged again."
                : " With each run every suggestion begins anew: not started, and assigned to nobody.";
    }

    private void sayWho() {
        about.setText(
                "They hold for runs that are started from now on, and at once for what waits to be approved or sent. "
                        + who(shown));
    }

    private String who(SavedRules saved) {
        if (saved.savedBy() == null || saved.savedAt() == null) {
            return "These are the portal's own; nobody has changed them.";
        }
        return PersonDisplay.name(saved.savedBy()) + " changed them "
                + TimeDisplay.shortly(saved.savedAt(), clock.instant(), TimeDisplay.zone()) + ".";
    }

    private void goBack(SavedRules version) {
        form.fill(version);
        String what = version.version() == 0 ? "what the portal comes with" : "version " + version.version();
        news.removeAll();
        news.add(Callout.attention("The fields hold " + what
                        + " now. Nothing is saved yet: look at what it would change, then save it as any other change.")
                .saidAs("status"));
        form.isValid(); // what was allowed then may not be by now: it is said at the field
    }

    private void takeOver(SavedRules saved) {
        List<SettingVersion<SavedRules>> since = rules.since(shown.version());
        Set<RuleSetting> both = form.takeOver(saved, SavedMeanwhile.who(since));
        shown = saved;
        form.showLast(rules.lastChanges(), clock.instant());
        sayWho();
        news.removeAll();
        news.add(SavedMeanwhile.of(
                "thresholds", since, both.stream().map(RuleSetting::words).toList(), form::takeTheirs, form::settle));
        history.refresh();
        showEffect();
    }

    private void save() {
        if (!form.isValid()) {
            return;
        }
        if (form.isContested()) {
            Notices.problem("Nothing was saved: say first what is to stay where both of you changed something.");
            return;
        }
        try {
            Optional<Loosening> proposed = rules.save(shown, form.rules(), form.keepsProgress());
            kept.sent();
            show(rules.current());
            loosenings.saySaved(proposed);
        } catch (ChangedMeanwhileException e) {
            takeOver(rules.current());
            Notices.problem(
                    "Nothing was saved: somebody else saved thresholds at the same time. Look at what they changed, then save again.");
        } catch (RulesRefusedException e) {
            form.say(e);
        } catch (LooseningRefusedException e) {
            Notices.problem(e.reason());
        }
    }
}
