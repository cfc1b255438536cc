package org.deviceoffboarding.notification;

import java.util.List;

/** A notice for tests. */
public record SampleNotice(NoticeKind kind, String key, String subject, String sentence, List<Recipient> recipients)
        implements Notice {

    /** Returns one that a run failed, told to some. */
    public static SampleNotice runFailed(int run, Recipient... recipients) {
        return new SampleNotice(
                NoticeKind.RUN_FAILED,
                "run:" + run + ":failed",
                "run:" + run,
                "Run " + run + " failed.",
                List.of(recipients));
    }
}
