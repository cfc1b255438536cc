package org.deviceoffboarding.notification.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.Addressee;
import org.deviceoffboarding.notification.Audience;
import org.deviceoffboarding.notification.NoticeLinks;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.Reach;
import org.deviceoffboarding.notification.StoredNotice;
import org.deviceoffboarding.notification.choice.ChosenWays;
import org.deviceoffboarding.notification.choice.NoticeChoices;
import org.deviceoffboarding.notification.choice.NoticeTiming;
import org.deviceoffboarding.notification.delivery.Carried;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.delivery.Consignment;
import org.deviceoffboarding.notification.delivery.DestinationKind;
import org.deviceoffboarding.notification.delivery.Parcel;
import org.deviceoffboarding.notification.delivery.ParcelCarrier;
import org.deviceoffboarding.notification.mail.ToldPeople.Told;
import org.springframework.stereotype.Component;

/**
 * Sends each person what they want by mail. Who they are, which roles they have and what they chose is looked up again just before: the
 * tenant, or they, may have changed it since they were told.
 */
@Component
class MailCarrier implements ParcelCarrier {

    private static final int AT_ONCE = 4;

    private final MailServer server;
    private final MailWriter writer;
    private final ToldPeople told;
    private final ChosenWays chosen;
    private final Audience audience;
    private final PersonNames names;
    private final NoticeLinks links;
    private final NoticeOutbox outbox;
    private final Clock clock;

    MailCarrier(
            MailServer server,
            MailWriter writer,
            ToldPeople told,
            ChosenWays chosen,
            Audience audience,
            PersonNames names,
            NoticeLinks links,
            NoticeOutbox outbox,
            Clock clock) {
        this.server = server;
        this.writer = writer;
        this.told = told;
        this.chosen = chosen;
        this.audience = audience;
        this.names = names;
        this.links = links;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.MAIL;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<Consignment> wanted(List<StoredNotice> notices) {
        if (!server.isSet()) {
            return List.of();
        }
        List<Told> all = told.of(notices);
        Map<String, NoticeChoices> choices =
                chosen.of(all.stream().map(Told::personId).distinct().toList());
        return all.stream()
                .filter(each -> choices(choices, each).way(each.notice().kind()).mailed())
                .map(each -> consignment(each, choices(choices, each).timing()))
                .toList();
    }

    /** In quiet hours nobody is sent what waited until then because the mail server was away. */
    @Override
    public Instant notBefore(String target, Instant now) {
        return choices(target).timing().afterQuiet(now);
    }

    @Override
    public Carried carry(Parcel parcel) {
        if (!server.isSet()) {
            return Carried.notSent("No mail server is set any more.");
        }
        return switch (audience.reach(parcel.target())) {
            case Reach.At at -> carry(parcel, at);
            case Reach.Nowhere nowhere -> Carried.notSent(nowhere.why());
            case Reach.Later later -> throw CarryingFailedException.ofDestination(later.why(), null);
        };
    }

    private Carried carry(Parcel parcel, Reach.At at) {
        Addressee person = at.person();
        List<Told> all = told.of(parcel.notices()).stream()
                .filter(each -> each.personId().equals(parcel.target()))
                .toList();
        List<Told> allowed = all.stream()
                .filter(each -> person.roles().contains(each.role()))
                .toList();
        NoticeChoices choices = choices(parcel.target());
        List<Told> wanted = allowed.stream()
                .filter(each -> choices.way(each.notice().kind()).mailed())
                .toList();
        if (wanted.isEmpty()) {
            return Carried.notSent(whyNot(person, all, allowed));
        }
        server.send(
                at.mail(),
                writer.write(
                        wanted.stream().map(this::line).toList(),
                        choices.timing().zone(),
                        clock.instant()),
                parcel.id());
        return Carried.sent(server.name() + " took it for " + at.mail() + ".");
    }

    @Override
    public void switchedOff(String target, String problem) {
        outbox.tell(Actor.PORTAL, new MailSwitchedOff(target, problem, clock.instant()));
    }

    private static String whyNot(Addressee person, List<Told> all, List<Told> allowed) {
        if (allowed.isEmpty() && !all.isEmpty()) {
            return person.roles().isEmpty()
                    ? "The person no longer has a role in the portal."
                    : "The person no longer has the role "
                            + Roles.label(all.getFirst().role()) + ".";
        }
        return "The person turned such mail off meanwhile.";
    }

    private MailLine line(Told each) {
        return new MailLine(each.notice().named(names), each.reason(), links.to(each.notice()));
    }

    /** What is told while mail waits goes into it: whoever is handed over a hundred tasks gets one mail. */
    private static Consignment consignment(Told each, NoticeTiming timing) {
        return new Consignment(
                each.personId(), each.notice().id(), timing.dueAt(each.notice().toldAt()), true);
    }

    private NoticeChoices choices(String personId) {
        return Objects.requireNonNull(chosen.of(List.of(personId)).get(personId));
    }

    private static NoticeChoices choices(Map<String, NoticeChoices> all, Told each) {
        return Optional.ofNullable(all.get(each.personId())).orElse(NoticeChoices.USUAL);
    }
}
