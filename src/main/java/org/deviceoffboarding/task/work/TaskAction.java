package org.deviceoffboarding.task.work;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.TaskTexts;

/** What people and the portal do with tasks. */
@AuditedValues(field = "sourceKind", of = TaskSource.Kind.class)
@AuditedValues(field = "status", of = TaskStatus.class)
@AuditedValues(field = "priority", of = TaskPriority.class)
sealed interface TaskAction extends AuditableAction {

    String TASK = "task: its number";
    String TITLE = "title: what is to be done";

    /** So many devices an entry names at the most; the page of the task has all. */
    int NAMED = 1_000;

    private static AuditDetails said(Task task) {
        return AuditDetails.NONE.with("task", task.id()).with("title", task.title());
    }

    @AuditedAs(
            name = "task.added",
            label = "Added a task",
            meaning =
                    "Somebody added work on devices for a person, a team or nobody yet. Changes nothing in the tenant.",
            details = {
                TASK,
                TITLE,
                "sourceKind: what it was added from",
                "source: what that was called",
                "status: where it begins",
                "assignee: the name of whose it is; none where it is nobody's yet",
                "dueOn: its last day; none where it has none",
                "priority: how much it matters",
                "devices: how many devices it is about; the first 1,000 are named"
            })
    record Added(Task task, int deviceCount, List<AuditedDevice> devices) implements TaskAction {

        public Added {
            devices = List.copyOf(devices);
        }

        @Override
        public String action() {
            return "task.added";
        }

        @Override
        public String subject() {
            return "task:" + task.id();
        }

        @Override
        public String summary() {
            Assignee assignee = task.standing().assignee();
            return "Added task " + task.id() + " “" + task.title() + "” from "
                    + task.source().name() + (assignee == null ? ", for nobody yet" : " for " + assignee.name());
        }

        @Override
        public AuditDetails details() {
            Assignee assignee = task.standing().assignee();
            return said(task)
                    .with("sourceKind", task.source().kind())
                    .with("source", task.source().name())
                    .with("status", task.status())
                    .with("assignee", assignee == null ? null : assignee.name())
                    .with(
                            "dueOn",
                            task.details().dueOn() == null
                                    ? null
                                    : String.valueOf(task.details().dueOn()))
                    .with("priority", task.details().priority())
                    .with("devices", deviceCount);
        }
    }

    /** @param because why; empty where nobody said */
    @AuditedAs(
            name = "task.changed",
            label = "Changed a task",
            meaning =
                    "Somebody changed a task, or it changed because of a day, a device or a change request. Changes nothing in the tenant."
                            + " Each of many that were changed at once has an entry.",
            details = {TASK, TITLE, "because: why; may be empty"},
            changes = {
                "status: where it stands",
                "assignee: the name of whose it is",
                "snoozedUntil: the day until which it is put off",
                "dueOn: its last day",
                "priority: how much it matters",
                "name: what is to be done",
                "note: what was noted",
                "ticket: its number in another system"
            })
    record Changed(Task before, Task after, String because) implements TaskAction {
        @Override
        public String action() {
            return "task.changed";
        }

        @Override
        public String subject() {
            return "task:" + before.id();
        }

        @Override
        public String summary() {
            return "Changed task " + before.id() + " “" + before.title() + "”: "
                    + TaskDiff.inSentence(TaskDiff.of(before, after))
                    + (because.isEmpty() ? "" : ". " + because);
        }

        @Override
        public AuditDetails details() {
            return said(before)
                    .with("because", because)
                    .changed("status", before.status(), after.status())
                    .changed("assignee", name(before), name(after))
                    .changed("snoozedUntil", until(before), until(after))
                    .changed("dueOn", due(before), due(after))
                    .changed(
                            "priority",
                            before.details().priority(),
                            after.details().priority())
                    .changed("name", before.title(), after.title())
                    .changed(
                            "note",
                            TaskTexts.oneLine(before.details().note()),
                            TaskTexts.oneLine(after.details().note()))
                    .changed(
                            "ticket", before.details().ticket(), after.details().ticket());
        }

        private static String name(Task task) {
            Assignee assignee = task.standing().assignee();
            return assignee == null ? "" : assignee.name();
        }

        private static String until(Task task) {
            return task.standing().snooze() == null
                    ? ""
                    : task.standing().snooze().until().toString();
        }

        private static String due(Task task) {
            return task.details().dueOn() == null
                    ? ""
                    : String.valueOf(task.details().dueOn());
        }
    }

    @AuditedAs(
            name = "task.commented",
            label = "Commented on a task",
            meaning = "Somebody said something about a task.",
            details = {TASK, TITLE, "text: what was said", "mentioned: the names of who is spoken of"})
    record Commented(Task task, String text, List<Assignee> mentioned) implements TaskAction {

        public Commented {
            mentioned = List.copyOf(mentioned);
        }

        @Override
        public String action() {
            return "task.commented";
        }

        @Override
        public String subject() {
            return "task:" + task.id();
        }

        @Override
        public String summary() {
            return "Commented on task " + task.id() + " “" + task.title() + "”";
        }

        @Override
        public AuditDetails details() {
            return said(task)
                    .with("text", TaskTexts.oneLine(text))
                    .with("mentioned", mentioned.stream().map(Assignee::name).toList());
        }
    }
}
