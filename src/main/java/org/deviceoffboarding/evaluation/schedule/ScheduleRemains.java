package org.deviceoffboarding.evaluation.schedule;

import java.util.List;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.base.CurrentActor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The schedule goes with the agent that it runs: another one is started by hand until an owner says otherwise. */
@Component
@Order(15)
class ScheduleRemains implements AgentRemains {

    private final ScheduleRepository schedules;
    private final ScheduleStateRepository states;
    private final ScheduleChange change;
    private final CurrentActor currentActor;

    ScheduleRemains(
            ScheduleRepository schedules,
            ScheduleStateRepository states,
            ScheduleChange change,
            CurrentActor currentActor) {
        this.schedules = schedules;
        this.states = states;
        this.change = change;
        this.currentActor = currentActor;
    }

    @Override
    public List<String> goes() {
        Schedule now = schedules.newest();
        return now.saysTheSame(Schedule.OFF)
                ? List.of()
                : List.of(
                        now.on()
                                ? "The schedule, by which runs start " + now.words() + "."
                                : "The times of the schedule, which is off.");
    }

    @Override
    public void withdraw() {
        states.lock(); // whoever is just saving has ended then, or comes too late
        Schedule now = schedules.newest();
        if (!now.saysTheSame(Schedule.OFF)) {
            change.save(now, Schedule.OFF.following(now), currentActor.get());
        }
    }
}
