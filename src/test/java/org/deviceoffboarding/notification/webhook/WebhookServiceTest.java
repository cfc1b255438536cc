package org.deviceoffboarding.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.access.token.Reencrypting;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.StoredNotice;
import org.deviceoffboarding.notification.delivery.Carried;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.delivery.Parcel;
import org.deviceoffboarding.notification.webhook.ReceivingServer.Answer;
import org.deviceoffboarding.notification.webhook.ReceivingServer.Received;
import org.deviceoffboarding.person.SeenPeople;
import org.deviceoffboarding.secretkey.PortalKey;
import org.deviceoffboarding.secretkey.Reencryption;
import org.deviceoffboarding.secretkey.SecretKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What owners do with webhooks, and what then arrives at a real server. */
@PortalTest
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class WebhookServiceTest {

    private static final UUID ID = UUID.fromString("4f3c1c1e-8f7a-4b59-9d1a-0c6f6f0f9a11");
    private static final Set<NoticeKind> RUNS = Set.of(NoticeKind.RUN_FAILED);

    private static final Actor OLGA = new Actor("olga", "olga");
    private static final List<String> OWNER = List.of(Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER);

    private static final StoredNotice NOTICE = new StoredNotice(
            77,
            NoticeKind.RUN_FAILED,
            "run:7",
            "Run 7 failed: [click](https://evil.example).",
            Instant.parse("2026-11-23T11:00:00Z"),
            Actor.PORTAL);

    @Autowired
    private WebhookService service;

    @Autowired
    private WebhookRepository webhooks;

    @Autowired
    private WebhookCarrier carrier;

    @Autowired
    private WebhookSecrets secrets;

    @Autowired
    private SecretKeys keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    private ReceivingServer server;

    @BeforeEach
    void start() throws IOException {
        jdbc.sql("delete from webhook").update();
        server = new ReceivingServer();
    }

    @AfterEach
    void stop() {
        jdbc.sql("delete from webhook").update();
        jdbc.sql("delete from delivery_test").update();
        jdbc.sql("delete from delivery_destination where kind = 'WEBHOOK'").update();
        server.close();
    }

    @Test
    void addressesAndSecretsAreEncryptedAnewWithTheNextKeyAndReadWithIt() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        long id = jdbc.sql("select id from webhook").query(Long.class).single();
        var before = secrets.secrets(id, clock.instant());
        SecretKeys both = both(PortalKey.of("the-next-key-of-this-portal-for-tests"));

        Reencryption first = Reencrypting.of(List.of(secrets), both).encryptAnew();
        Reencryption again = Reencrypting.of(List.of(secrets), both).encryptAnew();

        assertThat(first).isEqualTo(new Reencryption(2, 0, 0));
        assertThat(again).isEqualTo(Reencryption.NOTHING);
        assertThat(secrets.unreadable()).containsExactly("the webhook \"Tickets\"");
        assertThat(new WebhookSecrets(jdbc, new TokenCipher(both)).secrets(id, clock.instant()))
                .isEqualTo(before);
    }

    private SecretKeys both(PortalKey next) {
        return new SecretKeys() {
            @Override
            public PortalKey current() {
                return next;
            }

            @Override
            public Optional<PortalKey> find(String id) {
                return Optional.of(next).filter(key -> key.id().equals(id)).or(() -> keys.find(id));
            }

            @Override
            public Collection<PortalKey> all() {
                return List.of(next, keys.current());
            }
        };
    }

    @Test
    void anEventArrivesSignedWithTheSecretThatWasShown() {
        String secret =
                service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS)).orElseThrow();

        assertThat(carry().sent()).isTrue();

        Received received = server.received().getFirst();
        assertThat(received.header("webhook-id")).isEqualTo(ID.toString());
        assertThat(received.header("webhook-signature")).isEqualTo(signature(secret, received));
        JsonNode event = JsonMapper.shared().readTree(received.body());
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("id").asString()).isEqualTo(ID.toString());
        assertThat(event.path("type").asString()).isEqualTo("org.deviceoffboarding.run.failed");
        assertThat(event.path("subject").asString()).isEqualTo("run:7");
        assertThat(event.path("time").asString()).isEqualTo("2026-11-23T11:00:00Z");
        assertThat(event.path("data").path("sentence").asString()).isEqualTo(NOTICE.sentence());
        assertThat(event.path("data").path("link").asString()).endsWith("/notices?open=77");
    }

    @Test
    void aTeamsWorkflowGetsACardInWhichNothingBecomesALink() {
        assertThat(service.add(draft("Team", WebhookFormat.TEAMS))).isEmpty();

        carry();

        JsonNode message =
                JsonMapper.shared().readTree(server.received().getFirst().body());
        assertThat(message.path("type").asString()).isEqualTo("message");
        JsonNode attachment = message.path("attachments").path(0);
        assertThat(attachment.path("contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonNode card = attachment.path("content");
        assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.path("body").path(1).path("type").asString()).isEqualTo("RichTextBlock");
        assertThat(card.path("body")
                        .path(1)
                        .path("inlines")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo(NOTICE.sentence());
        assertThat(card.path("actions").path(0).path("url").asString()).endsWith("/notices?open=77");
        assertThat(server.received().getFirst().header("webhook-signature")).isEmpty();
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        String old = service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS)).orElseThrow();

        String replacing = service.replaceSecret(only());
        carry();

        Received received = server.received().getFirst();
        assertThat(received.header("webhook-signature"))
                .isEqualTo(signature(replacing, received) + " " + signature(old, received));
        assertThat(only().oldSecretUntil()).isNotNull();

        service.endOldSecret(only());
        carry();

        Received next = server.received().getLast();
        assertThat(next.header("webhook-signature")).isEqualTo(signature(replacing, next));
        assertThat(recorded()).containsExactly("webhook.saved", "webhook.secret-replaced", "webhook.secret-ended");
    }

    @Test
    void aSecretOfALostKeyDoesNotHoldUpTheOneThatReplacesIt() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        jdbc.sql("update webhook_secret set key_id = '0123456789abcdef'").update();
        service.change(
                only(), new WebhookDraft("Tickets", WebhookFormat.CLOUD_EVENTS, address(server), "localhost", RUNS));

        String replacing = service.replaceSecret(only());

        assertThat(carry().sent()).isTrue();
        Received received = server.received().getFirst();
        assertThat(received.header("webhook-signature")).isEqualTo(signature(replacing, received));
        assertThat(only().oldSecretUntil()).isNull();
    }

    @Test
    void theOldSecretEndsByItself() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        service.replaceSecret(only());

        assertThat(secrets.secrets(only().id(), clock.instant())).hasSize(2);
        assertThat(secrets.secrets(only().id(), clock.instant().plus(WebhookService.OLD_SECRET)))
                .hasSize(1);
    }

    @Test
    void aSecretMadeBeforeTheOldOneEndsTakesThePlaceOfTheNewestAndTheOldOneStaysUntilItsTime() {
        String old = service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS)).orElseThrow();
        service.replaceSecret(only());
        Webhook both = only();

        String third = service.replaceSecret(both);

        assertThat(texts(clock.instant())).containsExactly(third, old);
        assertThat(only().oldSecretUntil()).isEqualTo(both.oldSecretUntil());
    }

    @Test
    void aSecretMadeOnceTheOldOneHasEndedLeavesTheOneBeforeItSevenDays() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        String second = service.replaceSecret(only());
        jdbc.sql("update webhook_secret set ends_at = :ended where ends_at is not null")
                .param("ended", Sql.timestamp(clock.instant()))
                .update();

        String third = service.replaceSecret(only());

        assertThat(texts(clock.instant())).containsExactly(third, second);
        assertThat(only().oldSecretUntil())
                .isAfter(clock.instant().plus(WebhookService.OLD_SECRET).minusSeconds(60));
    }

    @Test
    void theSecondOfTwoOwnersToReplaceOrEndASecretIsToldAndNothingIsLost() {
        String old = service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS)).orElseThrow();
        Webhook seen = only();
        String second = service.replaceSecret(seen);

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> service.replaceSecret(seen));
        assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> service.endOldSecret(seen));

        assertThat(texts(clock.instant())).containsExactly(second, old);
        assertThat(recorded()).containsExactly("webhook.saved", "webhook.secret-replaced");
    }

    @Test
    void whatFailsIsTriedAtOnceAfterAnOwnerNamedItsHost() {
        service.add(new WebhookDraft("Tickets", WebhookFormat.TEAMS, "https://tickets.example/in", "", RUNS));
        failing(only(), null);

        service.change(only(), new WebhookDraft("Renamed", WebhookFormat.TEAMS, "", "", RUNS));
        assertThat(service.states().getFirst().nextTryAt()).isNotNull();
        service.change(only(), new WebhookDraft("Renamed", WebhookFormat.TEAMS, "", "tickets.example", RUNS));

        assertThat(service.states()).singleElement().satisfies(state -> {
            assertThat(state.nextTryAt()).isNull();
            assertThat(state.failures()).isEqualTo(9);
        });
    }

    @Test
    void whatWasSwitchedOffStaysSoWhereItsAddressChanges() {
        service.add(draft("Tickets", WebhookFormat.TEAMS));
        failing(only(), clock.instant());

        service.change(only(), new WebhookDraft("Tickets", WebhookFormat.TEAMS, address(server), "localhost", RUNS));

        assertThat(service.states().getFirst().offAt()).isNotNull();
    }

    private void failing(Webhook webhook, @Nullable Instant offAt) {
        jdbc.sql("""
                insert into delivery_destination (kind, target, last_position, cursor, failures, failing_since, problem,
                    next_try_at, off_at)
                values ('WEBHOOK', :target, 1, 0, 9, now(), 'It is not of the open internet.',
                    case when cast(:off as timestamptz) is null then now() + interval '1 hour' end, :off)
                """)
                .param("target", String.valueOf(webhook.id()))
                .param("off", offAt == null ? null : Sql.timestamp(offAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private List<String> texts(Instant at) {
        return secrets.secrets(only().id(), at).stream()
                .map(SigningSecret::text)
                .toList();
    }

    @Test
    void neitherAddressNorSecretIsReadableInTheDatabaseNorInTheLog() {
        String secret =
                service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS)).orElseThrow();

        String kept = jdbc.sql("""
                        select concat((select string_agg(webhook::text, '') from webhook),
                            (select string_agg(webhook_secret::text, '') from webhook_secret),
                            (select string_agg(audit_entry::text, '') from audit_entry where action like 'webhook%'))
                        """).query(String.class).single();
        assertThat(kept).contains("Tickets").doesNotContain("sig=", secret, secret.substring(6));
        assertThat(only().toString()).doesNotContain("sig=");
    }

    @Test
    void anAddressInAnotherWebhooksRowIsOfNoUse() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        service.add(draft("Other", WebhookFormat.CLOUD_EVENTS));
        jdbc.sql("""
                update webhook_secret set text = other.text, salt = other.salt
                from webhook_secret other
                where webhook_secret.slot = 'ADDRESS' and other.slot = 'ADDRESS'
                    and webhook_secret.webhook_id <> other.webhook_id
                """).update();

        assertThatExceptionOfType(CarryingFailedException.class).isThrownBy(this::carry);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void whereThePortalsKeyIsAnotherOneThatIsSaid() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        WebhookSecrets otherwise =
                new WebhookSecrets(jdbc, new TokenCipher("another-key-for-tests-only-of-the-portal"));
        WebhookSending sending = new WebhookSending(
                new WebhookReading(webhooks, otherwise, transactions, clock),
                new WebhookRequest(new CheckedHosts(), clock));

        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> sending.ready(only().id()))
                .withMessageContaining("The portal's key is another one");
    }

    @Test
    void aChangeMadeWhileItIsSentHoldsForTheNext() throws IOException {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        try (ReceivingServer elsewhere = new ReceivingServer()) {
            server.answer(request -> new Answer(503));
            assertThatExceptionOfType(CarryingFailedException.class).isThrownBy(this::carry);
            service.change(
                    only(),
                    new WebhookDraft("Tickets", WebhookFormat.CLOUD_EVENTS, address(elsewhere), "localhost", RUNS));

            assertThat(carry().sent()).isTrue();

            assertThat(server.received()).hasSize(1);
            assertThat(elsewhere.received()).hasSize(1);
            assertThat(elsewhere.received().getFirst().header("webhook-id"))
                    .isEqualTo(server.received().getFirst().header("webhook-id"));
        }
    }

    @Test
    void whatHidesOrTurnsALineInANameIsEscapedForProgramsAndSeenByPeople() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        String turned = "PC\u202ecod\u200b\u2066 was handed over.";
        StoredNotice caused = new StoredNotice(
                77,
                NoticeKind.RUN_FAILED,
                "task:4",
                turned,
                NOTICE.toldAt(),
                new Actor("Ben-1", "ben\u202e@contoso.example"));

        carrier.carry(new Parcel(1, String.valueOf(only().id()), 1, ID, 1, List.of(caused)));

        String event = server.received().getFirst().body();
        assertThat(event)
                .contains("PC\\u202ecod\\u200b\\u2066 was handed over.", "ben\\u202e@contoso.example")
                .doesNotContain("\u202e", "\u200b", "\u2066");
        assertThat(JsonMapper.shared()
                        .readTree(event)
                        .path("data")
                        .path("sentence")
                        .asString())
                .isEqualTo(turned);

        service.remove(only().id());
        service.add(draft("Team", WebhookFormat.TEAMS));
        carrier.carry(new Parcel(1, String.valueOf(only().id()), 1, ID, 1, List.of(caused)));

        assertThat(server.received().getLast().body())
                .contains("PC⟨U+202E⟩cod⟨U+200B⟩⟨U+2066⟩ was handed over.")
                .doesNotContain("\u202e", "\\u202e");
    }

    @Test
    void whoCausedItIsNamedAsPeopleKnowThemBesideTheirId() {
        new SeenPeople(events).signIn("Ben-1", "Ben Holm", clock.instant(), Roles.OPERATOR);
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        StoredNotice caused = new StoredNotice(
                77,
                NoticeKind.RUN_FAILED,
                "task:4",
                "ben-1@contoso.example rejected task 4: ask ben-1@contoso.example",
                NOTICE.toldAt(),
                new Actor("Ben-1", "ben-1@contoso.example"));

        carrier.carry(new Parcel(1, String.valueOf(only().id()), 1, ID, 1, List.of(caused)));

        JsonNode data = JsonMapper.shared()
                .readTree(server.received().getFirst().body())
                .path("data");
        assertThat(data.path("actor").path("id").asString()).isEqualTo("Ben-1");
        assertThat(data.path("actor").path("name").asString()).isEqualTo("Ben Holm");
        assertThat(data.path("sentence").asString())
                .as("what people wrote stays as they wrote it")
                .isEqualTo("Ben Holm rejected task 4: ask ben-1@contoso.example");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void anAddressChangedWhileItIsSentToIsOfUseFromTheNextOn() throws IOException {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        Webhook seen = only();
        try (ReceivingServer elsewhere = new ReceivingServer()) {
            meanwhile(() -> service.change(
                    seen,
                    new WebhookDraft("Moved", WebhookFormat.CLOUD_EVENTS, address(elsewhere), "localhost", RUNS)));

            assertThat(carry().outcome()).isEqualTo("localhost took it (204).");
            assertThat(elsewhere.received()).isEmpty();
            assertThat(carry().sent()).isTrue();

            assertThat(server.received()).hasSize(1);
            assertThat(elsewhere.received()).hasSize(1);
        }
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void whatIsRemovedWhileItIsSentToIsSentNothingMore() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        long id = only().id();
        meanwhile(() -> service.remove(id));

        assertThat(carrier.carry(parcel(id)).sent()).isTrue();
        assertThat(carrier.carry(parcel(id))).isEqualTo(Carried.notSent("The webhook was removed meanwhile."));

        assertThat(server.received()).hasSize(1);
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aSecretReplacedWhileItSignsStillProvesWhatIsOnItsWay() {
        String old = service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS)).orElseThrow();
        List<String> replacing = new ArrayList<>();
        meanwhile(() -> replacing.add(service.replaceSecret(only())));

        carry();
        carry();

        Received first = server.received().getFirst();
        assertThat(first.header("webhook-signature")).isEqualTo(signature(old, first));
        Received next = server.received().getLast();
        assertThat(next.header("webhook-signature"))
                .isEqualTo(signature(replacing.getFirst(), next) + " " + signature(old, next));
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aWebhookIsReadWithTheAddressAndSecretsOfOneMoment() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        Webhook seen = only();
        List<SigningSecret> before = secrets.secrets(seen.id(), clock.instant());
        WebhookRepository overtaken = new WebhookRepository(jdbc) {
            @Override
            Optional<Webhook> find(long id) {
                Optional<Webhook> found = super.find(id);
                elsewhere(() -> {
                    service.change(
                            seen, new WebhookDraft("Moved", WebhookFormat.TEAMS, "https://teams.example/in", "", RUNS));
                    service.replaceSecret(only());
                });
                return found;
            }
        };

        WebhookReading.Ready ready = new WebhookReading(overtaken, secrets, transactions, clock)
                .read(seen.id())
                .orElseThrow();

        assertThat(ready.webhook()).isEqualTo(seen);
        assertThat(ready.to().host()).isEqualTo("localhost");
        assertThat(ready.signing()).isEqualTo(before);
        assertThat(only().host()).isEqualTo("teams.example");
    }

    /** Lets an owner do something once, while the receiver has a request and has not answered it. */
    private void meanwhile(Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        server.answer(request -> {
            if (!done.getAndSet(true)) {
                As.person(OLGA, OWNER, what);
            }
            return new Answer(204);
        });
    }

    /** By another thread, as from another page, and done when this returns. */
    private static void elsewhere(Runnable what) {
        CompletableFuture.runAsync(() -> As.person(OLGA, OWNER, what)).join();
    }

    @Test
    void whatItWantsNoMoreOrWasRemovedMeanwhileIsNotSent() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        Webhook seen = only();
        service.change(
                seen,
                new WebhookDraft("Tickets", WebhookFormat.CLOUD_EVENTS, "", "localhost", Set.of(NoticeKind.MENTIONED)));
        assertThat(carrier.carry(parcel(seen.id())))
                .isEqualTo(Carried.notSent("The webhook wants no such notices any more."));

        service.remove(seen.id());
        assertThat(carrier.carry(parcel(seen.id()))).isEqualTo(Carried.notSent("The webhook was removed meanwhile."));
        assertThat(server.received()).isEmpty();
        assertThat(jdbc.sql("select count(*) from webhook_secret")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyWhatItWantsIsQueuedForIt() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));
        StoredNotice other = new StoredNotice(
                78, NoticeKind.RUN_FINISHED, "run:8", "Run 8 finished.", NOTICE.toldAt(), Actor.PORTAL);

        assertThat(carrier.wanted(List.of(NOTICE, other)))
                .singleElement()
                .satisfies(wanted -> assertThat(wanted.noticeId()).isEqualTo(77));
    }

    @Test
    void aHostInANetworkIsRefusedUnlessAnOwnerNamesIt() {
        assertThatExceptionOfType(WebhookRefusedException.class)
                .isThrownBy(() -> service.add(
                        new WebhookDraft("Tickets", WebhookFormat.TEAMS, address(server), "elsewhere.example", RUNS)))
                .satisfies(refused -> assertThat(refused.about()).isEqualTo(WebhookRefusedException.ADDRESS));
        String refusal =
                "localhost has the address 127.0.0.1, which is not of the open internet. Where it is in a network of"
                        + " yours, an owner names the host for this webhook.";
        String address = "https://localhost:" + server.port() + "/";
        assertThatExceptionOfType(WebhookRefusedException.class)
                .isThrownBy(() -> service.add(new WebhookDraft("Tickets", WebhookFormat.TEAMS, address, "", RUNS)))
                .withMessage(refusal);
        assertThat(service.all()).isEmpty();

        service.add(new WebhookDraft("Tickets", WebhookFormat.TEAMS, address, "localhost", RUNS));
        jdbc.sql("update webhook set internal_host = null").update(); // as it could be saved before

        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(this::carry)
                .withMessage(refusal);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void anAddressInTheClearStaysWithinTheNetworkThatItWasNamedFor() {
        service.add(draft("Tickets", WebhookFormat.TEAMS));

        assertThatExceptionOfType(WebhookRefusedException.class)
                .isThrownBy(
                        () -> service.change(only(), new WebhookDraft("Tickets", WebhookFormat.TEAMS, "", "", RUNS)));
    }

    @Test
    void whoSavesAnOlderVersionIsRefused() {
        service.add(draft("Tickets", WebhookFormat.TEAMS));
        Webhook seen = only();
        service.change(seen, new WebhookDraft("Incidents", WebhookFormat.TEAMS, "", "localhost", RUNS));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() ->
                        service.change(seen, new WebhookDraft("Mine", WebhookFormat.TEAMS, "", "localhost", RUNS)));
        assertThat(only().name()).isEqualTo("Incidents");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aTestArrivesAndItsRefusalIsSaid() {
        service.add(draft("Tickets", WebhookFormat.CLOUD_EVENTS));

        assertThat(service.test(only().id())).isEqualTo("localhost took it (204).");
        assertThat(server.received().getFirst().body()).contains("org.deviceoffboarding.test");

        server.answerNext(new Answer(401));
        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> service.test(only().id()))
                .withMessage("localhost answered 401.");

        assertThat(service.latest())
                .allSatisfy(dispatch -> assertThat(dispatch.test()).isTrue())
                .extracting(dispatch -> dispatch.target() + " " + dispatch.sent() + " " + dispatch.said())
                .containsExactly(
                        only().id() + " false localhost answered 401.", only().id() + " true localhost took it (204).");
        assertThat(service.states()).as("a test that fails blames nobody").isEmpty();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
    void onlyOwnersSeeOrChangeThem() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(service::all);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.remove(1));
    }

    private Carried carry() {
        return carrier.carry(parcel(webhooks.all().getFirst().id()));
    }

    private static Parcel parcel(long webhook) {
        return new Parcel(1, String.valueOf(webhook), 1, ID, 1, List.of(NOTICE));
    }

    private Webhook only() {
        assertThat(service.all()).hasSize(1);
        return service.all().getFirst();
    }

    private WebhookDraft draft(String name, WebhookFormat format) {
        return new WebhookDraft(name, format, address(server), "localhost", RUNS);
    }

    private static String address(ReceivingServer of) {
        return "http://localhost:" + of.port() + "/in?sig=a-key-of-the-address";
    }

    private static String signature(String secret, Received received) {
        return new SigningSecret(secret)
                .sign(
                        ID.toString(),
                        Long.parseLong(received.header("webhook-timestamp")),
                        received.body().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> recorded() {
        return jdbc.sql("select action from audit_entry where subject = :subject order by id")
                .param("subject", "webhook:" + only().id())
                .query(String.class)
                .list();
    }
}
