package org.deviceoffboarding.task;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody else changed a task since it was read, or its devices are something else by now; nothing was stored of what is asked now. Its
 * message is for people.
 */
public class TaskChangedException extends RuntimeException {

    private final Task now;
    private final List<TaskDiff.Difference> meanwhile;

    public TaskChangedException(Task seen, Task now) {
        this(seen, now, List.of());
    }

    /** @param moved devices that are something else since the task was seen; the first of them where they are many */
    public TaskChangedException(Task seen, Task now, List<TaskDevice> moved) {
        super(sentence(now.updatedBy().name(), differences(seen, now, moved)));
        this.now = now;
        this.meanwhile = differences(seen, now, moved);
    }

    private static List<TaskDiff.Difference> differences(Task seen, Task now, List<TaskDevice> moved) {
        List<TaskDiff.Difference> all = new ArrayList<>(TaskDiff.of(seen, now));
        if (!moved.isEmpty()) {
            all.add(TaskDiff.ofDevices(seen, now, moved));
        }
        return List.copyOf(all);
    }

    /** Returns what happened in a sentence, with the name that people know whoever did it by. */
    public String sentence(String who) {
        return sentence(who, meanwhile);
    }

    private static String sentence(String who, List<TaskDiff.Difference> all) {
        List<TaskDiff.Difference> said =
                all.stream().filter(each -> !isOfDevices(each)).toList();
        String devices = all.stream()
                .filter(TaskChangedException::isOfDevices)
                .map(each -> "Its devices changed meanwhile: " + each.inSentence() + ".")
                .findFirst()
                .orElse("");
        if (said.isEmpty() && !devices.isEmpty()) {
            return devices;
        }
        String person =
                who + " changed this task meanwhile" + (said.isEmpty() ? "." : ": " + TaskDiff.inSentence(said) + ".");
        return (person + " " + devices).strip();
    }

    private static boolean isOfDevices(TaskDiff.Difference difference) {
        return difference.field() == TaskField.DEVICES;
    }

    /** Returns whether nobody changed the task, but its devices are something else. */
    public boolean isOfDevicesOnly() {
        return !meanwhile.isEmpty() && meanwhile.stream().allMatch(TaskChangedException::isOfDevices);
    }

    /** Returns the task as it is now. */
    public Task now() {
        return now;
    }

    /** Returns what is different from what was seen. */
    public List<TaskDiff.Difference> meanwhile() {
        return meanwhile;
    }
}
