package org.deviceoffboarding.evaluation.schedule.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.restored.RestorationChanged;
import org.deviceoffboarding.audit.ui.AuditLink;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.TimesInText;
import org.deviceoffboarding.base.ui.setting.SavedMeanwhile;
import org.deviceoffboarding.base.ui.setting.SettingHistory;
import org.deviceoffboarding.evaluation.schedule.Schedule;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft;
import org.deviceoffboarding.evaluation.schedule.ScheduleMoved;
import org.deviceoffboarding.evaluation.schedule.ScheduleRefusedException;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.deviceoffboarding.evaluation.schedule.ScheduleState;
import org.deviceoffboarding.inventory.InventoryReplaced;

/** When runs start by themselves: everybody sees it, an owner sets it. */
@Route(ScheduleView.PATH)
@PageTitle("Schedule")
@May(Capability.READ)
class ScheduleView extends Composite<Div> {

    static final String PATH = "settings/schedule";

    private final transient ScheduleService schedules;
    private final transient Clock clock;
    private final boolean owner;
    private final Div header = new Div();
    private final Div form = new Div();
    private final Div news = new Div();
    private final Div standing = new Div();
    private final SettingHistory<Schedule> history;
    private final NextTimes next = new NextTimes();
    private transient Schedule shown;
    private transient Optional<ScheduleForm> fields = Optional.empty();

    ScheduleView(
            ScheduleService schedules, SettingsTabs tabs, OpenPages openPages, CurrentActor currentActor, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
        this.owner = currentActor.may(Capability.SCHEDULE_RUNS);
        this.shown = schedules.current();
        Div columns = new Div(form, next);
        columns.addClassName("columns");
        news.addClassName("stack");
        standing.addClassName("stack");
        history = new SettingHistory<>(
                "History of the schedule", schedules::history, () -> shown.version(), this::goBack, clock);
        getContent().addClassName("page-content");
        if (owner) {
            getContent().add(tabs.on(PATH));
        }
        getContent().add(header, news, standing, owner ? columns : next);
        if (owner) {
            getContent().add(history);
        }
        show(shown);
        openPages.follow(
                getContent(),
                List.of(ScheduleMoved.class, RestorationChanged.class, InventoryReplaced.class),
                this::follow);
    }

    /** What another owner saved shows at once: in all fields, or beside what is being entered. */
    private void follow() {
        Schedule saved = schedules.current();
        if (saved.version() == shown.version()) {
            showStanding();
        } else {
            fields.filter(entered -> !entered.isUnchanged())
                    .ifPresentOrElse(entered -> takeOver(entered, saved), () -> show(saved));
        }
    }

    private void takeOver(ScheduleForm entered, Schedule saved) {
        List<SettingVersion<Schedule>> since = schedules.since(shown.version());
        List<String> both = entered.takeOver(saved, SavedMeanwhile.who(since));
        shown = saved;
        news.removeAll();
        news.add(SavedMeanwhile.of("another schedule", since, both, entered::takeTheirs, entered::settle));
        history.refresh();
        showStanding();
        preview();
    }

    private void show(Schedule saved) {
        shown = saved;
        news.removeAll();
        form.removeAll();
        if (owner) {
            ScheduleForm entered = new ScheduleForm(saved, this::preview);
            fields = Optional.of(entered);
            form.add(new Section("When", entered));
        }
        history.refresh();
        showStanding();
        preview();
    }

    private void goBack(Schedule version) {
        fields.ifPresent(entered -> entered.enter(version));
        news.removeAll();
        news.add(Callout.attention("The fields hold "
                        + (version.version() == 0 ? "what the portal comes with" : "version " + version.version())
                        + " now. Nothing is saved yet: look at the next times, then save it as any other change.")
                .saidAs("status"));
    }

    private PageHeader header() {
        PageHeader title = new PageHeader("Schedule").withState(state());
        if (owner) {
            Button save = new Button("Save", click -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            title.withActions(save);
        }
        return title;
    }

    private Badge state() {
        return shown.on() ? Pill.good("On") : Pill.neutral("Off");
    }

    private void showStanding() {
        header.removeAll();
        header.add(header());
        ScheduleState state = schedules.state();
        Instant now = clock.instant();
        ZoneId zone = TimeDisplay.zone();
        standing.removeAll();
        standing.add(
                new Paragraph(
                        "Runs that start by themselves read the tenant as the agent, and change nothing in it. Times that come while the"
                                + " portal is down are caught up by one run. A run that fails is tried again after 5, 30 and 120 minutes."));
        if (schedules.isHeld()) {
            standing.add(Callout.attention(ScheduleWords.HELD));
        }
        if (state.givenUp() != null) {
            standing.add(Callout.bad(ScheduleWords.of(state.givenUp(), now, zone)
                    + TimesInText.local(state.givenUp().failure())));
        }
        Facts facts = new Facts().with("Runs start", shown.words());
        if (shown.on()) {
            facts.with(
                    "Their suggestions",
                    shown.resets() ? "begin anew" : "keep status and assignee where devices are flagged again");
        }
        if (state.last() != null) {
            facts.with("Last time", ScheduleWords.of(state.last(), now, zone));
        }
        if (state.due() != null) {
            facts.with("Now", ScheduleWords.of(state.due(), now, zone));
        }
        if (shown.savedBy() == null) {
            facts.with("Set by", "nobody yet");
        } else {
            facts.with("Set by", PersonDisplay.of(shown.savedBy())).with("Set", TimeDisplay.span(shown.savedAt(), now));
        }
        standing.add(new Section("How it stands", facts).withSuffix(AuditLink.about("schedule", "In the audit log")));
    }

    /** What is entered is shown as it would be, before it is saved. */
    private void preview() {
        try {
            Optional<ScheduleDraft> entered = fields.map(ScheduleForm::draft);
            List<Instant> times = entered.map(schedules::next).orElseGet(schedules::next);
            if (times.isEmpty()) {
                next.say("Runs start by hand only.");
            } else {
                next.show(times, entered.map(draft -> ZoneId.of(draft.zone())).orElseGet(shown::zone));
            }
        } catch (ScheduleRefusedException e) {
            next.say(e.reason());
        }
    }

    private void save() {
        fields.filter(ScheduleForm::isValid).ifPresent(this::save);
    }

    private void save(ScheduleForm entered) {
        if (entered.isContested()) {
            Notices.problem("Nothing was saved: say first what is to stay where both of you changed something.");
            return;
        }
        try {
            Optional<Instant> dropped = schedules.save(shown, entered.draft());
            show(schedules.current());
            Notices.info("Runs start " + shown.words() + "."
                    + dropped.map(at -> " The run that failed is not tried again "
                                    + TimeDisplay.shortly(at, clock.instant(), TimeDisplay.zone()) + ".")
                            .orElse(""));
        } catch (ScheduleRefusedException e) {
            entered.say(e);
        } catch (ChangedMeanwhileException e) {
            takeOver(entered, schedules.current());
            Notices.problem(
                    "Nothing was saved: somebody else saved the schedule at the same time. Look at what they changed, then save again.");
        }
    }
}
