package org.deviceoffboarding.task.work;

import java.util.List;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.task.Task;

/**
 * What people are told of a task.
 *
 * @param what tells it from other notices of the same task, such as which change of it this is
 */
record TaskNotice(NoticeKind kind, Task task, String what, String sentence, List<Recipient> recipients)
        implements Notice {

    TaskNotice {
        recipients = List.copyOf(recipients);
    }

    @Override
    public String key() {
        return "task:" + task.id() + ":" + what;
    }

    @Override
    public String subject() {
        return "task:" + task.id();
    }
}
