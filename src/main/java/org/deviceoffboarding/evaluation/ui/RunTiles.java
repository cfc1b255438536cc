package org.deviceoffboarding.evaluation.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.judging.Situation;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many devices the result flags, and how old it is. */
@Component
@Order(10)
class RunTiles implements OverviewTiles {

    private final RunService runs;
    private final RulesService rules;
    private final Clock clock;

    RunTiles(RunService runs, RulesService rules, Clock clock) {
        this.runs = runs;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public List<Tile> create() {
        Optional<Run> result = runs.latestCompleted();
        return List.of(flagged(result), removed(result), lastRun(result));
    }

    private static Tile flagged(Optional<Run> result) {
        return new Tile(
                "Devices flagged",
                result.map(run -> Amounts.number(run.flagged())).orElse("–"),
                result.map(run -> Amounts.number(run.leftOut()) + " left out by a rule")
                        .orElse("no result yet"));
    }

    private Tile removed(Optional<Run> result) {
        return new Tile(
                "Removed from Intune, still in Entra",
                result.map(run -> Amounts.number(runs.countFindings(run.id(), Situation.REMOVED_FROM_INTUNE)))
                        .orElse("–"),
                "in the last " + lookedBack(result).toDays() + " days");
    }

    /** As the run did that is shown: an owner may have saved another look-back since, which counts from the next run on. */
    private Duration lookedBack(Optional<Run> result) {
        return result.map(run -> rules.get(run.rulesVersion()))
                .orElseGet(rules::current)
                .rules()
                .lookBack();
    }

    private Tile lastRun(Optional<Run> result) {
        return new Tile(
                "Last result",
                result.map(run -> TimeDisplay.shortly(run.requestedAt(), clock.instant(), TimeDisplay.zone()))
                        .orElse("–"),
                runs.failedSince()
                        .map(failed -> "run %d failed since".formatted(failed.id()))
                        .or(() -> result.map(run ->
                                "run " + run.id() + ", took " + TimeDisplay.duration(run.duration(clock.instant()))))
                        .orElse("no run yet"));
    }
}
