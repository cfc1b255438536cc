package org.deviceoffboarding.task.work;

import java.util.List;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;

/** Tells people that they are spoken of in a comment, which it opens. */
record MentionNotice(long taskId, long comment, String sentence, List<Recipient> recipients) implements Notice {

    MentionNotice {
        recipients = List.copyOf(recipients);
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.MENTIONED;
    }

    @Override
    public String key() {
        return "task:" + taskId + ":comment:" + comment;
    }

    @Override
    public String subject() {
        return "task:" + taskId + "#comment-" + comment;
    }
}
