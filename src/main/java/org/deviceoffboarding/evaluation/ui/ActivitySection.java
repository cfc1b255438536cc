package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.OverviewSection;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.deviceoffboarding.evaluation.schedule.ScheduledRun;
import org.deviceoffboarding.evaluation.schedule.ui.StarterDisplay;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;

/** The runs: when, how long, who, what came of them. */
@org.springframework.stereotype.Component
@Order(50)
class ActivitySection implements OverviewSection {

    private static final int SHOWN = 10;

    private final RunService runs;
    private final ScheduleService schedules;
    private final LatestRun latestRun;
    private final Clock clock;

    ActivitySection(RunService runs, ScheduleService schedules, LatestRun latestRun, Clock clock) {
        this.runs = runs;
        this.schedules = schedules;
        this.latestRun = latestRun;
        this.clock = clock;
    }

    @Override
    public Component create() {
        List<Run> shown = new ArrayList<>(runs.find(PageRequest.of(0, SHOWN)));
        Map<Long, ScheduledRun> scheduled =
                schedules.started(shown.stream().map(Run::id).toList());
        Grid<Run> rows = new Grid<>();
        rows.setAllRowsVisible(true);
        rows.addComponentColumn(run -> RunLink.of(run.id()))
                .setHeader("Run")
                .setWidth("80px")
                .setFlexGrow(0);
        rows.addComponentColumn(run -> TimeDisplay.span(run.requestedAt(), clock.instant()))
                .setHeader("Started")
                .setWidth("124px")
                .setFlexGrow(0);
        var duration = rows.addColumn(run -> TimeDisplay.duration(run.duration(clock.instant())))
                .setHeader("Duration")
                .setWidth("110px")
                .setFlexGrow(0);
        var by = rows.addComponentColumn(run -> StarterDisplay.of(run, scheduled.get(run.id())))
                .setHeader("By")
                .setFlexGrow(1);
        var devices = number(rows, "Devices read", run -> run.progress().devicesRead());
        var suggestions = number(rows, "Suggestions", run -> (long) run.suggestions());
        rows.addComponentColumn(this::result).setHeader("Result").setFlexGrow(2);
        NarrowColumns.hideWhenNarrow(rows, duration, by, devices, suggestions);
        rows.setEmptyStateComponent(
                new EmptyState("No run yet", "A run reads the tenant and suggests what to remove."));
        follow(rows, shown);
        Section section = new Section("Activity", rows);
        if (runs.count() > SHOWN) {
            section.add(all());
        }
        return section;
    }

    /** The row of the run that goes on says how far it is. */
    private void follow(Grid<Run> rows, List<Run> shown) {
        var view = rows.setItems(shown);
        view.setIdentifierProvider(Run::id);
        Signal<RunState> latest = latestRun.followedBy(rows);
        Signal.effect(rows, () -> {
            RunState now = latest.get();
            shown.replaceAll(now::now);
            shown.stream()
                    .filter(run -> run.active() && run.id() == now.runId())
                    .forEach(view::refreshItem);
        });
    }

    private Button all() {
        return WholeList.of("All runs", runs::find, runs::export, runs::export)
                .column("Run", Run::id)
                .column("Started (UTC)", Run::requestedAt)
                .column("Duration", run -> TimeDisplay.duration(run.duration(clock.instant())))
                .column("By", run -> PersonDisplay.name(run.requestedBy()))
                .column("Devices read", run -> run.progress().devicesRead())
                .column("Suggestions", Run::suggestions)
                .column("Result", run -> run.status().label())
                .column("Why it failed", Run::failure)
                .button("Show all " + Amounts.number(runs.count()), "runs.csv");
    }

    @Override
    public boolean showsBeforeFirstResult() {
        return runs.count() > 0;
    }

    private static Grid.Column<Run> number(
            Grid<Run> rows, String header, java.util.function.ToLongFunction<Run> value) {
        return rows.addColumn(run -> Amounts.number(value.applyAsLong(run)))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("130px")
                .setFlexGrow(0);
    }

    private Component result(Run run) {
        Div result = new Div(RunPill.of(run));
        if (run.failure() != null) {
            result.add(beside(FailureWords.of(run, run.failure(), runs)));
        }
        if (run.status() == RunStatus.COMPLETED && run.caution() != null) {
            result.add(beside(run.caution()));
        }
        result.addClassName("wrap");
        return result;
    }

    private static Span beside(String sentence) {
        Span text = new Span(" " + sentence);
        text.addClassNames("wrap", "dim");
        return text;
    }
}
