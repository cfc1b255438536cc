package org.deviceoffboarding.remediation.execution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.PersonNames;
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
    static RequestNotice approvalWanted(ChangeRequest asked, PersonNames names) {
        return new RequestNotice(
                NoticeKind.APPROVAL_WANTED,
                asked,
                name(asked.requestedBy(), names) + " asks to " + asked.title().toLowerCase(Locale.ROOT)
                        + ", for somebody else to approve until " + RequestWording.time(asked.expiresAt()) + ".",
                List.of(Recipient.everyoneWith(Roles.APPROVER, "You may approve what others ask for.")));
    }

    /** @param how such as "approved" */
    static RequestNotice decided(ChangeRequest waiting, Actor by, String how, String note, PersonNames names) {
        return toWhoAsked(
                NoticeKind.REQUEST_DECIDED,
                waiting,
                name(by, names) + " " + how + " " + of(waiting, by, names)
                        + (note.isBlank() ? "." : ": " + note.strip()));
    }

    static RequestNotice expired(ChangeRequest waiting, PersonNames names) {
        return toWhoAsked(
                NoticeKind.REQUEST_DECIDED,
                waiting,
                "Nobody decided in time about " + of(waiting, names) + ". Nothing was done to its devices.");
    }

    static RequestNotice stopped(ChangeRequest running, Actor by, int dropped, PersonNames names) {
        return toWhoAsked(
                NoticeKind.REQUEST_DONE,
                running,
                name(by, names) + " stopped " + of(running, by, names) + ". " + RequestWording.devices(dropped)
                        + (dropped == 1 ? " is" : " are") + " left as before.");
    }

    static RequestNotice blocked(ChangeRequest running, String why) {
        return new RequestNotice(
                NoticeKind.REQUEST_BLOCKED,
                running,
                "The request to " + running.title().toLowerCase(Locale.ROOT) + " waits for somebody. " + why,
                whoAskedAndApproved(running));
    }

    static RequestNotice done(ChangeRequest running, RequestProgress progress, PersonNames names) {
        return toWhoAsked(
                NoticeKind.REQUEST_DONE,
                running,
                "T" + of(running, names).substring(1) + " is done: " + words(progress) + ".");
    }

    private static String of(ChangeRequest request, Actor by, PersonNames names) {
        return request.requestedBy().id().equals(by.id())
                ? "their own request to " + request.title().toLowerCase(Locale.ROOT)
                : of(request, names);
    }

    /** Webhooks are sent the same sentences: nobody is "you" in them, and why somebody is told stands beside them. */
    private static String of(ChangeRequest request, PersonNames names) {
        return "the request of " + name(request.requestedBy(), names) + " to "
                + request.title().toLowerCase(Locale.ROOT);
    }

    private static String name(Actor actor, PersonNames names) {
        return names.realName(actor.id()).orElse(actor.name());
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
