package org.deviceoffboarding.remediation.execution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestProgress;
import org.deviceoffboarding.remediation.request.RequestWording;

/**
 * What people are told of a request.
 *
 * @param request as it was before
 */
record RequestNotice(NoticeKind kind, ChangeRequest request, String sentence, List<Recipient> recipients)
        implements Notice {

    private static final String ASKED = "You asked for it.";

    /** To all who may decide about it. */
    static RequestNotice approvalWanted(ChangeRequest asked) {
        return new RequestNotice(
                NoticeKind.APPROVAL_WANTED,
                asked,
                asked.requestedBy().name() + " asks to " + asked.title().toLowerCase(Locale.ROOT)
                        + ", for somebody else to approve until " + RequestWording.time(asked.expiresAt()) + ".",
                List.of(Recipient.everyoneWith(Roles.APPROVER, "You may approve what others ask for.")));
    }

    /** @param how such as "approved" */
    static RequestNotice decided(ChangeRequest waiting, Actor by, String how, String note) {
        return toWhoAsked(
                NoticeKind.REQUEST_DECIDED,
                waiting,
                by.name() + " " + how + " your request to " + waiting.title().toLowerCase(Locale.ROOT)
                        + (note.isBlank() ? "." : ": " + note.strip()));
    }

    static RequestNotice expired(ChangeRequest waiting) {
        return toWhoAsked(
                NoticeKind.REQUEST_DECIDED,
                waiting,
                "Nobody decided in time about your request to "
                        + waiting.title().toLowerCase(Locale.ROOT) + ". Nothing was done to its devices.");
    }

    static RequestNotice stopped(ChangeRequest running, Actor by, int dropped) {
        return toWhoAsked(
                NoticeKind.REQUEST_DONE,
                running,
                by.name() + " stopped your request to " + running.title().toLowerCase(Locale.ROOT) + ". "
                        + RequestWording.devices(dropped) + (dropped == 1 ? " is" : " are") + " left as before.");
    }

    static RequestNotice blocked(ChangeRequest running, String why) {
        return new RequestNotice(
                NoticeKind.REQUEST_BLOCKED,
                running,
                "The request to " + running.title().toLowerCase(Locale.ROOT) + " waits for somebody. " + why,
                whoAskedAndApproved(running));
    }

    static RequestNotice done(ChangeRequest running, RequestProgress progress) {
        return toWhoAsked(
                NoticeKind.REQUEST_DONE,
                running,
                "Your request to " + running.title().toLowerCase(Locale.ROOT) + " is done: " + words(progress) + ".");
    }

    private static String words(RequestProgress progress) {
        return progress.devices().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> count.getValue() + " " + count.getKey().label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String key() {
        return "request:" + request.id() + ":" + kind + ":" + request.version();
    }

    @Override
    public String subject() {
        return "request:" + request.id();
    }

    private static RequestNotice toWhoAsked(NoticeKind kind, ChangeRequest request, String sentence) {
        return new RequestNotice(
                kind,
                request,
                sentence,
                List.of(Recipient.person(request.requestedBy().id(), ASKED)));
    }

    private static List<Recipient> whoAskedAndApproved(ChangeRequest request) {
        return Stream.concat(
                        Stream.of(Recipient.person(request.requestedBy().id(), ASKED)),
                        Stream.ofNullable(request.decision())
                                .map(decision -> Recipient.person(decision.by().id(), "It is carried out as you.")))
                .toList();
    }
}
