package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.restored.RestorationChanged;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.GuideStep;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.OverviewLead;
import org.deviceoffboarding.base.ui.OverviewSection;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.schedule.ScheduleMoved;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.person.ui.WhoCould;

/**
 * Where the tenant stands: numbers, the run that goes on, what to do next, what happened. Until there is a result it leads
 * there instead, since nothing was looked at that anything could be said of.
 */
@Route("")
@PageTitle("Overview")
@Menu(order = 10, title = "Overview", icon = "vaadin:dashboard")
@May(Capability.READ)
class OverviewView extends Composite<Div> implements ResultPage {

    private final transient RunService runs;
    private final transient RunStarter starter;
    private final transient Clock clock;
    private final transient List<OverviewTiles> tiles;
    private final transient List<OverviewSection> sections;
    private final transient List<GuideStep> guide;
    private final transient WhoCould whoCould;
    private final Button look = new Button("Refresh", click -> refreshAsAsked());
    private final Button start;
    private final LeadButton lead;
    private final RunOutlook outlook;
    private final Div content = new Div();
    private final Div numbers = new Div();

    OverviewView(
            RunService runs,
            RunStarter starter,
            LatestRun latestRun,
            OpenPages openPages,
            Clock clock,
            List<OverviewTiles> tiles,
            List<OverviewLead> leads,
            List<OverviewSection> sections,
            List<GuideStep> guide,
            WhoCould whoCould) {
        this.runs = runs;
        this.starter = starter;
        this.outlook = starter.outlook();
        this.clock = clock;
        this.tiles = tiles;
        this.sections = sections;
        this.guide = guide;
        this.whoCould = whoCould;
        this.start = new Button("Run", click -> starter.ask());
        this.lead = new LeadButton(leads, start);
        lead.followIn(getContent(), openPages);
        Signal<RunState> run = latestRun.followedBy(getContent());
        Signal<RunTurn> turn = latestRun.turnsFollowedBy(getContent());
        content.addClassName("page-content");
        numbers.addClassName("tiles");
        openPages.follow(
                numbers, List.of(DeviceNews.class, ScheduleMoved.class, RestorationChanged.class), this::showNumbers);
        openPages.follow(
                content,
                Stream.concat(
                                // by a run of another portal, too, which may have begun and ended unseen
                                Stream.of(InventoryReplaced.class),
                                guide.stream().flatMap(step -> step.news().stream()))
                        .toList(),
                this::refresh);
        getContent().addClassName("page-content");
        getContent().add(header(turn), new RunPanel(run, runs::paceBefore));
        if (starter.allowed()) {
            getContent().add(outlook);
        }
        getContent().add(content);
        Signal.effect(getContent(), () -> {
            turn.get(); // what is shown changes when a run starts and when it ends
            refresh();
        });
    }

    @Override
    public boolean followsByItself() {
        return true;
    }

    private PageHeader header(Signal<RunTurn> run) {
        PageHeader header = new PageHeader("Device Offboarding Agent").withActions(look);
        if (starter.allowed()) {
            start.bindEnabled(run.map(latest -> !latest.active()));
            header.withActions(start);
        }
        return header.withActions(lead);
    }

    private void refresh() {
        boolean result = runs.latestCompleted().isPresent();
        look.setVisible(result);
        start.setVisible(result);
        lead.look();
        lookAhead();
        content.removeAll();
        if (result) {
            showNumbers();
            content.add(numbers);
        } else {
            content.add(new FirstVisit(guide, whoCould));
        }
        sections.stream()
                .filter(section -> result || section.showsBeforeFirstResult())
                .forEach(section -> content.add(section.create()));
    }

    /** What was in the way of the run that has just ended may be so no more. */
    private void lookAhead() {
        if (outlook.isAttached()) {
            outlook.getUI().ifPresent(outlook::look);
        }
    }

    private void showNumbers() {
        numbers.removeAll();
        tiles.forEach(feature -> feature.create().forEach(numbers::add));
    }

    private void refreshAsAsked() {
        refresh();
        Notices.info(runs.latestCompleted().map(this::whatIsShown).orElse("There is no result yet.")
                + runs.failedSince()
                        .map(run -> " Run " + run.id() + " failed since.")
                        .orElse("")
                + " Refresh evaluates nothing: it shows again what the last run found.");
    }

    private String whatIsShown(Run result) {
        return "Shown is the result of run %d, read from the tenant %s."
                .formatted(
                        result.id(),
                        TimeDisplay.shortly(
                                Objects.requireNonNullElse(result.readAt(), result.requestedAt()),
                                clock.instant(),
                                TimeDisplay.zone()));
    }
}
