package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;

/**
 * How a run ended.
 *
 * @param run as it is since
 */
record RunNotice(NoticeKind kind, Run run, String sentence) implements Notice {

    static RunNotice finished(Run completed) {
        return new RunNotice(
                NoticeKind.RUN_FINISHED,
                completed,
                "Run " + completed.id() + " finished: "
                        + String.format(
                                Locale.ENGLISH,
                                completed.flagged() == 1 ? "%,d device is flagged." : "%,d devices are flagged.",
                                completed.flagged()));
    }

    static RunNotice failed(Run failed, String reason) {
        return new RunNotice(NoticeKind.RUN_FAILED, failed, "Run " + failed.id() + " failed. " + reason);
    }

    @Override
    public String key() {
        return "run:" + run.id() + ":" + kind;
    }

    @Override
    public String subject() {
        return "run:" + run.id();
    }

    @Override
    public List<Recipient> recipients() {
        Stream<Recipient> asked = run.requestedBy().isPerson()
                ? Stream.of(Recipient.person(run.requestedBy().id(), "You started it."))
                : Stream.empty();
        return Stream.concat(asked, Stream.of(Recipient.everyoneWith(Roles.OPERATOR, "You may run the agent.")))
                .toList();
    }
}
