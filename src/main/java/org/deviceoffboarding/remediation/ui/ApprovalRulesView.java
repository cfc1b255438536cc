package org.deviceoffboarding.remediation.ui;

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
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.setting.SettingHistory;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.approval.RequestRule;
import org.deviceoffboarding.remediation.approval.RulesForRequestsChanged;
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
    private final Paragraph about = new Paragraph();
    private final Div news = new Div();
    private final Div effect = new Div();
    private final SettingHistory<SavedRemediationRules> history;
    private transient SavedRemediationRules shown;
    private ApprovalRulesForm form;

    ApprovalRulesView(
            RemediationRulesService rules,
            SettingsTabs tabs,
            PendingLoosenings loosenings,
            OpenPages openPages,
            Ceiling ceiling,
            Clock clock) {
        this.rules = rules;
        this.loosenings = loosenings;
        this.ceiling = ceiling;
        this.clock = clock;
        this.shown = rules.current();
        this.form = new ApprovalRulesForm(shown.rules(), ceiling, () -> {});
        this.history = new SettingHistory<>(
                "History of the rules for approval", rules::history, () -> shown.version(), this::goBack, clock);
        news.addClassName("stack");
        effect.addClassName("stack");
        effect.getElement().setAttribute("role", "status");
        content.addClassName("page-content");
        getContent().addClassName("page-content");
        getContent().add(tabs.on(PATH), content, history);
        show(shown);
        loosenings.follow(content, this::follow);
        openPages.follow(content, RulesForRequestsChanged.class, this::follow);
    }

    /** What another owner saved or confirmed, or what was its time, shows at once: in all fields, or beside what is being entered. */
    private void follow() {
        SavedRemediationRules saved = rules.current();
        if (saved.version() == shown.version()) {
            return;
        }
        if (form.holds(shown.rules())) {
            show(saved);
        } else {
            takeOver(saved);
        }
    }

    private void show(SavedRemediationRules saved) {
        shown = saved;
        form = new ApprovalRulesForm(saved.rules(), ceiling, this::showEffect);
        form.showLast(rules.lastChanges(), clock.instant());
        sayWho();
        news.removeAll();
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div columns = new Div(form, new Section("What it would change", effect));
        columns.addClassNames("columns-wide-first", "setting-columns");
        content.removeAll();
        content.add(
                new PageHeader("Approval").withActions(save),
                about,
                new Paragraph(
                        "Lower numbers hold at once. Higher ones wait for another owner to confirm them, or for 24 hours."),
                news,
                loosenings.of(RemediationRulesService.SAFEGUARD),
                columns);
        history.refresh();
        showEffect();
    }

    private void showEffect() {
        effect.removeAll();
        Optional<RemediationRules> wanted = form.usable();
        if (form.holds(shown.rules())) {
            effect.add(
                    new Paragraph(
                            "Nothing is changed. Change a number, and see here what it would mean for requests, before it is saved."));
        } else if (wanted.isEmpty()) {
            effect.add(new Paragraph(
                    "A field holds what can't be saved. Once it is mended, you see here what would change."));
        } else {
            RequestRulesLines.of(rules.effect(wanted.get()), wanted.get()).forEach(effect::add);
        }
    }

    private void sayWho() {
        about.setText(
                "These rules hold from now on, also for requests that wait for approval. Nobody approves what they asked for"
                        + " themselves, whatever is set here. " + who(shown));
    }

    private String who(SavedRemediationRules saved) {
        if (saved.savedBy() == null || saved.savedAt() == null) {
            return "They are the portal's own; nobody has changed them.";
        }
        return PersonDisplay.name(saved.savedBy()) + " changed them "
                + TimeDisplay.shortly(saved.savedAt(), clock.instant(), TimeDisplay.zone()) + ".";
    }

    private void goBack(SavedRemediationRules version) {
        form.fill(version.rules());
        String what = version.version() == 0 ? "what the portal comes with" : "version " + version.version();
        tell("The fields hold " + what
                + " now. Nothing is saved yet: look at what it would change, then save it as any other change.");
        form.isValid(); // what was allowed then may not be by now: it is said at the field
    }

    private void takeOver(SavedRemediationRules saved) {
        List<SettingVersion<SavedRemediationRules>> since = rules.since(shown.version());
        String who = since.stream()
                .map(each -> each.saved().savedBy() == null
                        ? Actor.PORTAL
                        : each.saved().savedBy())
                .map(PersonDisplay::name)
                .distinct()
                .collect(Collectors.joining(" and "));
        Set<RequestRule> both = form.takeOver(saved.rules(), who);
        shown = saved;
        form.showLast(rules.lastChanges(), clock.instant());
        sayWho();
        String what = since.stream().flatMap(each -> each.changes().stream()).collect(Collectors.joining("; "));
        tell(who + " saved rules meanwhile: " + what + ". That is in the fields now; what you entered stays as it is"
                + (both.isEmpty()
                        ? "."
                        : ", also where both of you changed something: "
                                + both.stream().map(RequestRule::words).collect(Collectors.joining(", ")) + "."));
        if (!both.isEmpty()) {
            news.add(
                    new Button("Take theirs there", click -> answer(form::takeTheirs)),
                    new Button("Keep mine there", click -> answer(form::settle)));
        }
        history.refresh();
        showEffect();
    }

    private void answer(Runnable which) {
        which.run();
        news.removeAll();
    }

    private void tell(String sentence) {
        news.removeAll();
        news.add(Callout.attention(sentence).saidAs("status"));
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
            loosenings.saySaved(rules.save(shown, form.rules()));
            show(rules.current());
        } catch (ChangedMeanwhileException e) {
            takeOver(rules.current());
            Notices.problem(
                    "Nothing was saved: someone else changed these rules meanwhile. Look at what they changed, then save again.");
        } catch (LooseningRefusedException e) {
            Notices.problem(e.reason());
        }
    }
}
