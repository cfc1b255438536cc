package org.deviceoffboarding.notification;

import java.util.Locale;
import org.deviceoffboarding.base.Labelled;

/** What notices are about: people choose by these which they want, and how; webhooks which they are sent. The names are stored. */
public enum NoticeKind implements Labelled {
    TASK_ASSIGNED("Assigned to me", "A task was assigned to you or your team.", NoticeWay.BOTH),
    MENTIONED("Mentioned", "Somebody mentioned you in a comment.", NoticeWay.BOTH),
    TASK_DUE("Due soon", "A task of yours is due in two days.", NoticeWay.BOTH),
    TASK_OVERDUE("Overdue", "A task of yours is past its due date.", NoticeWay.BOTH),
    TASK_CHANGED(
            "Task changed",
            "Something happened to a task of yours, such as that its devices are all done.",
            NoticeWay.PAGE),
    APPROVAL_WANTED("Approval wanted", "A change request waits for somebody who may approve it.", NoticeWay.BOTH),
    REQUEST_DECIDED("My request decided", "Somebody approved or rejected what you asked for.", NoticeWay.BOTH),
    REQUEST_DONE("My request done", "What you asked for was carried out, or ended early.", NoticeWay.PAGE),
    REQUEST_BLOCKED(
            "My request blocked", "What you asked for stands still, and somebody has to do something.", NoticeWay.BOTH),
    QUESTION_CHANGED(
            "Question's number changed",
            "A saved question that you watch finds another number of devices.",
            NoticeWay.BOTH),
    RUN_FINISHED("Run finished", "A run ended, and its suggestions can be looked at.", NoticeWay.PAGE),
    RUN_FAILED("Run failed", "A run ended without a result.", NoticeWay.BOTH),
    AGENT_ENDING(
            "Agent's identity about to end",
            "The agent stops by itself soon unless it runs or is renewed.",
            NoticeWay.BOTH),
    SAFEGUARD_LOOSENED("Safeguards loosened", "An owner wants a safeguard to allow more.", NoticeWay.BOTH),
    LOG_UNPROVED("Audit log does not verify", "The audit log is not as it was sealed.", NoticeWay.BOTH),
    DELIVERY_ENDED(
            "Notices not delivered",
            "Mail to you, or a webhook, was switched off after days of failure.",
            NoticeWay.PAGE);

    private final String label;
    private final String meaning;
    private final NoticeWay usualWay;

    NoticeKind(String label, String meaning, NoticeWay usualWay) {
        this.label = label;
        this.meaning = meaning;
        this.usualWay = usualWay;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns when it is told, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns how those are told who chose nothing. */
    public NoticeWay usualWay() {
        return usualWay;
    }

    /** Returns the stable name that other systems know it by, such as {@code org.deviceoffboarding.task.assigned}. */
    public String eventType() {
        return "org.deviceoffboarding." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
