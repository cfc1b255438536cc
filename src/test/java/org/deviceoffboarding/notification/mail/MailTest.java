package org.deviceoffboarding.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.notification.Addressee;
import org.deviceoffboarding.notification.Audience;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeLinks;
import org.deviceoffboarding.notification.NoticeLinksAt;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.NoticeWay;
import org.deviceoffboarding.notification.Reach;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.notification.SampleNotice;
import org.deviceoffboarding.notification.StoredNotice;
import org.deviceoffboarding.notification.TestKeys;
import org.deviceoffboarding.notification.choice.ChoiceService;
import org.deviceoffboarding.notification.choice.ChosenWays;
import org.deviceoffboarding.notification.choice.NoticeChoices;
import org.deviceoffboarding.notification.choice.NoticeTiming;
import org.deviceoffboarding.notification.delivery.Carried;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.delivery.Consignment;
import org.deviceoffboarding.notification.delivery.Destinations;
import org.deviceoffboarding.notification.delivery.Parcel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.web.util.HtmlUtils;

/** Mail to people, taken by a real mail server: what it says, whom it reaches, and what stands in its way. */
@PortalTest
@WithMockUser(roles = Roles.READER)
class MailTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID ID = UUID.fromString("4f3c1c1e-8f7a-4b59-9d1a-0c6f6f0f9a11");

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private ToldPeople told;

    @Autowired
    private ChosenWays chosen;

    @Autowired
    private ChoiceService choices;

    @Autowired
    private Destinations destinations;

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private JdbcClient jdbc;

    private final PersonNames names = id -> id.equals("otto") ? Optional.of("Otto Berg") : Optional.empty();

    private final SettableClock clock = new SettableClock(NOON);
    private final Map<String, Addressee> people = new HashMap<>();
    private Reach noAddress = new Reach.Nowhere("The tenant tells no mail address of this person.");
    private @Nullable GreenMail server;

    @BeforeEach
    void prepare() {
        jdbc.sql("delete from notice").update();
        be("ben", "ben@contoso.example", Roles.READER, Roles.OPERATOR);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void aMailSaysWhatHappenedWhyAndWhereToOpenIt() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice notice = tell("Run 7 failed: <b>3</b> devices.");

        Carried carried = carrier.carry(parcel(notice));

        assertThat(carried.sent()).isTrue();
        assertThat(carried.outcome()).endsWith("took it for ben@contoso.example.");
        MimeMessage mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Run 7 failed: <b>3</b> devices.");
        assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@portal.contoso.example>");
        assertThat(mail.getFrom()[0]).asString().contains("portal@contoso.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, "text/plain"))
                .contains("Run 7 failed: <b>3</b> devices.")
                .containsPattern("You asked for it. Told .* UTC")
                .contains("https://portal.contoso.example/offboard/notices?open=" + notice.id())
                .contains("https://portal.contoso.example/offboard/notices/choices");
        assertThat(part(mail, "text/html"))
                .contains("Run 7 failed: &lt;b&gt;3&lt;/b&gt; devices.")
                .contains("href=\"https://portal.contoso.example/offboard/notices?open=" + notice.id() + "\"")
                .doesNotContain("<b>3</b>");
    }

    @Test
    void whoeverCausedItIsNamedAsTheyAreKnownWhenItIsSent() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice told = tell("otto@contoso.example wants run 7.");
        StoredNotice notice = new StoredNotice(
                told.id(),
                told.kind(),
                told.subject(),
                told.sentence(),
                told.toldAt(),
                new Actor("otto", "otto@contoso.example"));

        carrier.carry(parcel(notice));

        assertThat(received().getFirst().getSubject()).isEqualTo("Otto Berg wants run 7.");
    }

    @Test
    void whatHidesOrTurnsALineInANameIsSeenInTheMail() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice told = tell("Run 7 failed.");
        StoredNotice notice = new StoredNotice(
                told.id(),
                told.kind(),
                told.subject(),
                "Task 7, PC\u202ecod\u200b\u2066\nRun 8 is done, was handed over.",
                told.toldAt(),
                told.actor());

        carrier.carry(parcel(notice));

        String seen = "Task 7, PC⟨U+202E⟩cod⟨U+200B⟩⟨U+2066⟩ Run 8 is done, was handed over.";
        MimeMessage mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo(seen);
        assertThat(part(mail, "text/plain")).startsWith(seen).doesNotContain("\u202e");
        assertThat(part(mail, "text/html"))
                .contains("<title>" + HtmlUtils.htmlEscape(seen) + "</title>")
                .contains("<strong>" + HtmlUtils.htmlEscape(seen) + "</strong>")
                .doesNotContain("\u202e");
    }

    @Test
    void sentAgainItHasTheSameId() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice notice = tell("Run 7 failed.");

        carrier.carry(parcel(notice));
        carrier.carry(parcel(notice));

        assertThat(received()).hasSize(2);
        assertThat(received().get(0).getMessageID()).isEqualTo(received().get(1).getMessageID());
    }

    @Test
    void aDigestIsOneMailWithTimesByTheClockOfItsPerson() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        choose("ben", Map.of(), new NoticeTiming(LocalTime.of(18, 0), null, null, ZoneId.of("Asia/Tokyo")));
        StoredNotice one = tell("Run 7 failed.");
        StoredNotice other = tell("Run 8 failed.");

        assertThat(carrier.wanted(List.of(one, other)))
                .allSatisfy(wanted -> assertThat(wanted.gathered()).isTrue())
                .extracting(Consignment::target)
                .containsExactly("ben", "ben");
        carrier.carry(parcel(one, other));

        assertThat(received()).hasSize(1);
        MimeMessage mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("2 notices: Run failed");
        assertThat(part(mail, "text/plain")).contains("Run 7 failed.", "Run 8 failed.", "JST");
    }

    @Test
    void whoeverIsToldVeryMuchAtOnceGetsOneMailThatCanBeRead() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice[] many = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> tell("Run " + number + " failed."))
                .toArray(StoredNotice[]::new);

        carrier.carry(parcel(many));

        MimeMessage mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("60 notices: Run failed");
        assertThat(part(mail, "text/plain"))
                .contains("Run 50 failed.", "And 10 more: https://portal.contoso.example/offboard/notices")
                .doesNotContain("Run 51 failed.");
        assertThat(part(mail, "text/html")).contains("And 10 more").doesNotContain("Run 51 failed.");
    }

    @Test
    void whatWaitedForTheServerIsNotSentInTheQuietHoursOfItsPerson() {
        MailCarrier carrier = carrier(start("smtp"));
        choose(
                "ben",
                Map.of(),
                new NoticeTiming(null, LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Asia/Tokyo")));
        Instant midnight = Instant.parse("2026-11-23T15:00:00Z"); // in Tokyo

        assertThat(carrier.notBefore("ben", NOON))
                .as("nine in the evening there")
                .isEqualTo(NOON);
        assertThat(carrier.notBefore("ben", midnight.minusSeconds(1))).isEqualTo("2026-11-23T22:00:00Z");
        assertThat(carrier.notBefore("ben", midnight.plusSeconds(1))).isEqualTo("2026-11-23T22:00:00Z");
        assertThat(carrier.notBefore("cora", midnight)).as("who chose nothing").isEqualTo(midnight);
    }

    @Test
    void onlyWhoWantsMailIsSentIt() {
        MailCarrier carrier = carrier(start("smtp"));
        be("cora", "cora@contoso.example", Roles.READER);
        choose("cora", Map.of(NoticeKind.RUN_FAILED, NoticeWay.PAGE), NoticeTiming.AT_ONCE);
        StoredNotice notice = tell("Run 7 failed.", "ben", "cora");

        assertThat(carrier.wanted(List.of(notice)))
                .containsExactly(new Consignment("ben", notice.id(), notice.toldAt(), true));
    }

    @Test
    void whoLostTheRoleSinceIsNotSentItAndThatIsSaid() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice notice = tell("Run 7 failed.");
        be("ben", "ben@contoso.example");

        Carried carried = carrier.carry(parcel(notice));

        assertThat(carried).isEqualTo(Carried.notSent("The person no longer has a role in the portal."));
        assertThat(received()).isEmpty();
    }

    @Test
    void mailGoesToTheAddressThatThePersonHasWhenItIsSent() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice notice = tell("Run 7 failed.");
        be("ben", "benjamin@contoso.example", Roles.READER);

        carrier.carry(parcel(notice));

        assertThat(received().getFirst().getAllRecipients())
                .extracting(String::valueOf)
                .containsExactly("benjamin@contoso.example");
    }

    @Test
    void whoeverHasNoAddressAnyMoreIsNotSentIt() {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice notice = tell("Run 7 failed.");
        be("ben", null, Roles.READER);
        assertThat(carrier.carry(parcel(notice)).sent()).isFalse();

        people.clear();
        assertThat(carrier.carry(parcel(notice)).outcome()).contains("no mail address");
    }

    @Test
    void whoseAddressCannotBeToldNowIsTriedAgain() {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice notice = tell("Run 7 failed.");
        people.clear();
        noAddress = new Reach.Later("Entra could not be asked for a mail address. It is away.");

        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> carrier.carry(parcel(notice)))
                .satisfies(failed -> assertThat(failed.scope()).isEqualTo(CarryingFailedException.Scope.DESTINATION))
                .withMessageContaining("Entra could not be asked");
    }

    @Test
    void whatSomebodyTurnedOffMeanwhileIsNotSent() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        StoredNotice notice = tell("Run 7 failed.");
        choose("ben", Map.of(NoticeKind.RUN_FAILED, NoticeWay.PAGE), NoticeTiming.AT_ONCE);

        assertThat(carrier.carry(parcel(notice)))
                .isEqualTo(Carried.notSent("The person turned such mail off meanwhile."));
        assertThat(received()).isEmpty();
    }

    @Test
    void withoutAServerNothingIsQueuedOrSent() {
        MailCarrier carrier = carrier(null);
        StoredNotice notice = tell("Run 7 failed.");

        assertThat(carrier.wanted(List.of(notice))).isEmpty();
        assertThat(carrier.carry(parcel(notice)).sent()).isFalse();
    }

    @Test
    void aServerThatIsAwayIsNobodysFault() {
        JavaMailSenderImpl sender = start("smtp");
        stop();
        StoredNotice notice = tell("Run 7 failed.");

        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> carrier(sender).carry(parcel(notice)))
                .satisfies(failed -> assertThat(failed.scope()).isEqualTo(CarryingFailedException.Scope.WAY))
                .withMessageContaining("The mail server localhost:" + sender.getPort() + " can't be used");
    }

    @Test
    void aServerThatRefusesTheSignInIsNobodysFaultAndNoPasswordIsTold() {
        JavaMailSenderImpl sender = start("smtps");
        sender.setUsername("portal");
        sender.setPassword("wrong-password");
        StoredNotice notice = tell("Run 7 failed.");

        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> carrier(sender).carry(parcel(notice)))
                .satisfies(failed -> assertThat(failed.scope()).isEqualTo(CarryingFailedException.Scope.WAY))
                .withMessageContaining("refused the sign-in")
                .withMessageNotContaining("wrong-password");
    }

    @Test
    void anAddressThatTheServerRefusesIsThatPersonsAlone() throws Exception {
        MailCarrier carrier = carrier(start("smtp"));
        be("ben", "ben@", Roles.READER);
        StoredNotice notice = tell("Run 7 failed.");

        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> carrier.carry(parcel(notice)))
                .satisfies(failed -> assertThat(failed.scope()).isEqualTo(CarryingFailedException.Scope.DESTINATION));
    }

    @Test
    void mailGoesByTlsWithSignIn() throws Exception {
        JavaMailSenderImpl sender = start("smtps");
        sender.setUsername("portal");
        sender.setPassword("secret");
        StoredNotice notice = tell("Run 7 failed.");

        assertThat(carrier(sender).carry(parcel(notice)).sent()).isTrue();
        assertThat(received()).hasSize(1);
    }

    @Test
    void aPasswordIsNeverSentWithoutEncryption() throws Exception {
        JavaMailSenderImpl sender = start("smtp");
        sender.setUsername("portal");
        sender.setPassword("secret");
        StoredNotice notice = tell("Run 7 failed.");

        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> carrier(sender).carry(parcel(notice)))
                .satisfies(failed -> assertThat(failed.scope()).isEqualTo(CarryingFailedException.Scope.WAY))
                .withMessageContaining("STARTTLS");
        assertThat(received()).isEmpty();
    }

    @Test
    void mailGoesByStartTlsWhereTheServerOffersIt(@TempDir Path folder) throws Exception {
        try (StartTlsServer offering = new StartTlsServer(TestKeys.of(folder, "localhost"))) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(offering.port());
            sender.setUsername("portal");
            sender.setPassword("secret");
            sender.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", offering.trusting());
            StoredNotice notice = tell("Run 7 failed.");

            assertThat(carrier(sender).carry(parcel(notice)).sent()).isTrue();

            assertThat(offering.said()).as("before it was encrypted").noneMatch(line -> line.startsWith("AUTH"));
            assertThat(offering.saidEncrypted()).anyMatch(line -> line.startsWith("AUTH"));
            assertThat(offering.saidEncrypted()).contains("RCPT TO:<ben@contoso.example>", "Subject: Run 7 failed.");
        }
    }

    @Test
    void aServerWithAnotherNamesCertificateIsNotTrusted(@TempDir Path folder) throws Exception {
        try (StartTlsServer offering = new StartTlsServer(TestKeys.of(folder, "elsewhere.example"))) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(offering.port());
            sender.setPassword("secret");
            sender.setUsername("portal");
            sender.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", offering.trusting());
            StoredNotice notice = tell("Run 7 failed.");

            assertThatExceptionOfType(CarryingFailedException.class)
                    .isThrownBy(() -> carrier(sender).carry(parcel(notice)))
                    .satisfies(failed -> assertThat(failed.scope()).isEqualTo(CarryingFailedException.Scope.WAY));
            assertThat(offering.saidEncrypted()).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void aTestAndItsResultAreListedAmongWhatWasSent() throws Exception {
        JavaMailSenderImpl sender = start("smtp");
        Actor ben = new Actor("ben", "ben@contoso.example");
        MailService mail = new MailService(
                server(sender),
                new MailWriter(NoticeLinksAt.portal("https://portal.contoso.example")),
                destinations,
                new KnownPeople(),
                currentActor,
                clock);

        As.person(ben, mail::test);
        clock.forward(Duration.ofMinutes(1));
        people.clear();
        assertThatExceptionOfType(CarryingFailedException.class).isThrownBy(() -> As.person(ben, mail::test));

        assertThat(received()).hasSize(1);
        assertThat(mail.latest())
                .allSatisfy(dispatch -> assertThat(dispatch.test()).isTrue())
                .extracting(dispatch -> dispatch.target() + " " + dispatch.sent() + " " + dispatch.said())
                .containsExactly(
                        "ben false The tenant tells no mail address of yours.",
                        "ben true localhost:" + sender.getPort() + " took it for ben@contoso.example.");
        assertThat(mail.latest().getFirst().triedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
    }

    private MailCarrier carrier(@Nullable JavaMailSenderImpl sender) {
        NoticeLinks links = NoticeLinksAt.portal("https://portal.contoso.example/offboard/");
        return new MailCarrier(
                server(sender), new MailWriter(links), told, chosen, new KnownPeople(), names, links, outbox, clock);
    }

    private static MailServer server(@Nullable JavaMailSenderImpl sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("mailSender", sender);
        }
        NoticeLinks links = NoticeLinksAt.portal("https://portal.contoso.example/offboard/");
        return new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class), links, "portal@contoso.example");
    }

    /** Begins a server that wants a sign-in where one is tried. */
    private JavaMailSenderImpl start(String protocol) {
        GreenMail started = new GreenMail(new ServerSetup(0, "localhost", protocol).dynamicPort());
        started.start();
        started.setUser("portal@contoso.example", "portal", "secret");
        server = started;
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setProtocol(protocol);
        sender.setHost("localhost");
        sender.setPort((protocol.equals("smtp") ? started.getSmtp() : started.getSmtps()).getPort());
        sender.getJavaMailProperties().setProperty("mail." + protocol + ".ssl.trust", "*");
        sender.getJavaMailProperties().setProperty("mail." + protocol + ".ssl.checkserveridentity", "false");
        return sender;
    }

    private List<MimeMessage> received() {
        return List.of(Objects.requireNonNull(server).getReceivedMessages());
    }

    private StoredNotice tell(String sentence) {
        return tell(sentence, "ben");
    }

    private StoredNotice tell(String sentence, String... to) {
        outbox.tell(
                Actor.PORTAL,
                new SampleNotice(
                        NoticeKind.RUN_FAILED,
                        sentence,
                        "run:7",
                        sentence,
                        Stream.of(to)
                                .map(person -> Recipient.person(person, "You asked for it."))
                                .toList()));
        return jdbc.sql("select id, told_at from notice where sentence = :sentence")
                .param("sentence", sentence)
                .query((row, number) -> new StoredNotice(
                        row.getLong("id"),
                        NoticeKind.RUN_FAILED,
                        "run:7",
                        sentence,
                        Sql.instant(row, "told_at"),
                        Actor.PORTAL))
                .single();
    }

    private void be(String id, @Nullable String mail, String... roles) {
        people.put(id, new Addressee(id, id, mail, Set.of(roles)));
    }

    private void choose(String person, Map<NoticeKind, NoticeWay> ways, NoticeTiming timing) {
        As.person(new Actor(person, person), () -> choices.save(choices.own(), new NoticeChoices(ways, timing)));
    }

    private static Parcel parcel(StoredNotice... notices) {
        return new Parcel(1, "ben", 1, ID, 1, List.of(notices));
    }

    private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        return part((Multipart) mail.getContent(), type).orElseThrow();
    }

    private static Optional<String> part(Multipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return Optional.of(String.valueOf(part.getContent()));
            }
            Optional<String> inside =
                    part.getContent() instanceof Multipart deeper ? part(deeper, type) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    /** Those whom the test knows. */
    private final class KnownPeople implements Audience {

        @Override
        public List<String> holders(String role) {
            return List.of();
        }

        @Override
        public Optional<Addressee> find(String personId) {
            return Optional.ofNullable(people.get(personId));
        }

        @Override
        public Reach reach(String personId) {
            Addressee person = people.get(personId);
            return person == null || person.mail() == null ? noAddress : new Reach.At(person, person.mail());
        }
    }
}
