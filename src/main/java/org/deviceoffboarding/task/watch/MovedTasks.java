package org.deviceoffboarding.task.watch;

import java.util.ArrayList;
import java.util.List;

/** Divides tasks into parts that are written at once. */
final class MovedTasks {

    private MovedTasks() {}

    /** Returns the numbers of the tasks in their order: in each part so many tasks and devices at most, or one task alone. */
    static List<List<Long>> parts(List<WatchedTaskRepository.Moved> all, int mostTasks, int mostDevices) {
        List<List<Long>> parts = new ArrayList<>();
        List<Long> part = new ArrayList<>();
        long devices = 0;
        for (WatchedTaskRepository.Moved each : all) {
            if (!part.isEmpty() && (part.size() == mostTasks || devices + each.devices() > mostDevices)) {
                parts.add(part);
                part = new ArrayList<>();
                devices = 0;
            }
            part.add(each.taskId());
            devices += each.devices();
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
