package org.deviceoffboarding.evaluation.schedule.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.schedule.Schedule;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.deviceoffboarding.evaluation.schedule.ScheduleState;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the next run starts by itself. */
@Component
@Order(85)
class ScheduleTile implements OverviewTiles {

    private static final String LABEL = "Next run";

    private final ScheduleService schedules;
    private final Clock clock;

    ScheduleTile(ScheduleService schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @Override
    public List<Tile> create() {
        return List.of(tile().linkingTo(ScheduleView.PATH));
    }

    private Tile tile() {
        Schedule schedule = schedules.current();
        if (!schedule.on()) {
            return new Tile(LABEL, "–", "by hand only");
        }
        if (schedules.isHeld()) {
            return new Tile(LABEL, "Waits", "for an owner: the database was restored");
        }
        ScheduleState state = schedules.state();
        Instant retry = state.due() == null ? null : state.due().retryAt();
        if (retry != null && (state.nextAt() == null || retry.isBefore(state.nextAt()))) {
            return new Tile(LABEL, shortly(retry), "tried again after it failed");
        }
        return new Tile(LABEL, shortly(state.nextAt()), schedule.words());
    }

    private String shortly(@Nullable Instant at) {
        return at == null ? "–" : TimeDisplay.shortly(at, clock.instant(), TimeDisplay.zone());
    }
}
