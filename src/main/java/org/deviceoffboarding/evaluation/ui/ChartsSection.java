package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Chart;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.OverviewSection;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.trend.Trends;
import org.deviceoffboarding.evaluation.trend.Trends.FlaggedInRun;
import org.deviceoffboarding.judging.Situation;
import org.springframework.core.annotation.Order;

/** What the result flags by platform and situation, and how that went over the last runs. */
@org.springframework.stereotype.Component
@Order(20)
class ChartsSection implements OverviewSection {

    private static final int RUNS = 12;

    private static final List<String> SITUATIONS =
            Stream.of(Situation.values()).map(Situation::label).toList();

    private final RunService runs;
    private final Trends trends;

    ChartsSection(RunService runs, Trends trends) {
        this.runs = runs;
        this.trends = trends;
    }

    @Override
    public Component create() {
        Div both = new Div(
                new Section("Flagged by platform", byPlatform()), new Section("Flagged over the last runs", trend()));
        both.addClassName("columns");
        return both;
    }

    private Component byPlatform() {
        Map<Platform, Map<Situation, Long>> counts =
                runs.latestCompleted().map(run -> trends.byPlatform(run.id())).orElse(Map.of());
        if (counts.isEmpty()) {
            return runs.latestCompleted()
                    .map(run -> new EmptyState(
                            "Nothing is flagged",
                            "Run " + run.id() + " flagged none of "
                                    + Amounts.devices(run.progress().devicesRead()) + " that it read."))
                    .orElseGet(() -> new EmptyState(
                            "No result yet", "After a run, this shows which platforms its devices are of."));
        }
        return new Chart(
                        "Devices flagged by platform and situation",
                        SITUATIONS,
                        counts.entrySet().stream()
                                .map(entry -> bar(entry.getKey().label(), entry.getValue()))
                                .toList())
                .lying();
    }

    private Component trend() {
        List<FlaggedInRun> last = trends.lastRuns(RUNS);
        if (last.isEmpty()) {
            return new EmptyState("No run yet", "With every run, this shows whether fewer devices are left over.");
        }
        if (last.size() == 1) {
            return new Paragraph(sentence(last) + " From the second run on, this shows how that goes.");
        }
        Div trend = new Div(new Paragraph(sentence(last)), line(last));
        trend.addClassName("stack");
        return trend;
    }

    private static Component line(List<FlaggedInRun> last) {
        return new Chart(
                        "Devices flagged by run and situation",
                        SITUATIONS,
                        last.stream()
                                .map(run -> bar("Run " + run.runId(), run.flagged()))
                                .toList())
                .line();
    }

    /** What the line shows, in one sentence. */
    private static String sentence(List<FlaggedInRun> last) {
        FlaggedInRun now = last.getLast();
        String flagged = "Run " + now.runId() + " flags " + Amounts.devices(now.total());
        if (last.size() == 1) {
            return flagged + ".";
        }
        FlaggedInRun before = last.get(last.size() - 2);
        return flagged + ", " + more(now.total() - before.total()) + " run " + before.runId() + ".";
    }

    private static String more(long difference) {
        return difference == 0
                ? "as many as"
                : Amounts.number(Math.abs(difference)) + (difference > 0 ? " more than" : " fewer than");
    }

    private static Chart.Bar bar(String name, Map<Situation, Long> counts) {
        return new Chart.Bar(
                name,
                Stream.of(Situation.values())
                        .map(situation -> counts.getOrDefault(situation, 0L))
                        .toList());
    }
}
