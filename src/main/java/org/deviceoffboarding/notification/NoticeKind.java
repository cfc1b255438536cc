package org.deviceoffboarding.notification;

import org.deviceoffboarding.base.Labelled;

/** What notices are about: people choose by these which they want, and how; webhooks which they are sent. The names are stored. */
public enum NoticeKind implements Labelled {
    TASK_ASSIGNED("Assigned to me", "A task was assigned to you or your team."),
    MENTIONED("Mentioned", "Somebody mentioned you in a comment."),
    TASK_DUE("Due soon", "A task of yours is due in two days."),
    TASK_OVERDUE("Overdue", "A task of yours is past its due date."),
    TASK_CHANGED("Task changed", "Something happened to a task of yours, such as that its devices are all done."),
    APPROVAL_WANTED("Approval wanted", "A change request waits for somebody who may approve it."),
    REQUEST_DECIDED("My request decided", "Somebody approved or rejected what you asked for."),
    REQUEST_DONE("My request done", "What you asked for was carried out, or ended early."),
    REQUEST_BLOCKED("My request blocked", "What you asked for stands still, and somebody has to do something."),
    RUN_FINISHED("Run finished", "A run ended, and its suggestions can be looked at."),
    RUN_FAILED("Run failed", "A run ended without a result."),
    AGENT_ENDING("Agent's identity about to end", "The agent stops by itself soon unless it runs or is renewed."),
    SAFEGUARD_LOOSENED("Safeguards loosened", "An owner wants a safeguard to allow more."),
    LOG_UNPROVED("Audit log does not verify", "The audit log is not as it was sealed."),
    DELIVERY_ENDED("Notices not delivered", "Mail to you, or a webhook, was switched off after days of failure.");

    private final String label;
    private final String meaning;

    NoticeKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns when it is told, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns the stable name that other systems know it by, such as {@code task.assigned}. Never renamed once released. */
    public String eventType() {
        return "org.deviceoffboarding." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    }
}
