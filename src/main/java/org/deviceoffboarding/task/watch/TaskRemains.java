package org.deviceoffboarding.task.watch;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.agent.AgentRemains;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tasks are people's work, not the agent's: they stay, with what their devices were last known to be. */
@Component
@Order(60)
class TaskRemains implements AgentRemains {

    private final WatchedTaskRepository tasks;

    TaskRemains(WatchedTaskRepository tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<String> stays() {
        long count = tasks.count();
        return count == 0
                ? List.of()
                : List.of(
                        count == 1
                                ? "1 task, with its devices and all that was said about it."
                                : String.format(
                                        Locale.ENGLISH,
                                        "%,d tasks, with their devices and all that was said about them.",
                                        count));
    }
}
