package org.deviceoffboarding.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.TestKeys;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.webhook.ReceivingServer.Answer;
import org.deviceoffboarding.notification.webhook.ReceivingServer.Received;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the portal for a webhook, and where to, against real servers. */
class WebhookRequestTest {

    private static final UUID ID = UUID.fromString("4f3c1c1e-8f7a-4b59-9d1a-0c6f6f0f9a11");
    private static final String HOST = "hooks.contoso.example";
    private static final byte[] BODY = "{\"é\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    private final AtomicInteger lookups = new AtomicInteger();
    private ReceivingServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReceivingServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRequestCarriesItsIdItsTimeAndASignatureForEachSecret() {
        SigningSecret one = SigningSecret.random();
        SigningSecret before = SigningSecret.random();

        String said = send(HOST, List.of(one, before));

        assertThat(said).isEqualTo(HOST + " took it (204).");
        Received received = server.received().getFirst();
        assertThat(received.path()).isEqualTo("/in?key=a%2Bb");
        assertThat(received.header("Host")).isEqualTo(HOST + ":" + server.port());
        assertThat(received.header("Content-Type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(received.header("webhook-id")).isEqualTo(ID.toString());
        assertThat(received.header("webhook-timestamp")).isEqualTo(String.valueOf(NOW.getEpochSecond()));
        assertThat(received.header("webhook-signature"))
                .isEqualTo(one.sign(ID.toString(), NOW.getEpochSecond(), BODY) + " "
                        + before.sign(ID.toString(), NOW.getEpochSecond(), BODY));
        assertThat(received.body()).isEqualTo("{\"é\":1}");
    }

    @Test
    void aHostIsLookedUpOnceAndThatAddressConnectedTo() {
        send(HOST, List.of());

        assertThat(lookups).hasValue(1);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whereOneOfItsAddressesLeadsIntoANetworkNothingIsSent() {
        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> send(null, List.of()))
                .withMessageContaining(HOST + " has the address 127.0.0.1")
                .withMessageContaining("an owner names the host");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void anotherHostThanTheOneNamedIsNotMeant() {
        assertThatExceptionOfType(CarryingFailedException.class)
                .isThrownBy(() -> send("other.contoso.example", List.of()))
                .withMessageContaining("not of the open internet");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (ReceivingServer elsewhere = new ReceivingServer()) {
            server.answerNext(new Answer(307, "Location: http://127.0.0.1:" + elsewhere.port() + "/"));

            assertThatExceptionOfType(CarryingFailedException.class)
                    .isThrownBy(() -> send(HOST, List.of()))
                    .withMessageContaining("redirect (307), which is not followed");
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void aServerIsLeftInPeaceForAsLongAsItAsks() {
        server.answerNext(
                new Answer(429, "Retry-After: 90"),
                new Answer(503, "Retry-After: Mon, 23 Nov 2026 11:05:00 GMT"),
                new Answer(503, "Retry-After: soon"),
                new Answer(500));

        assertThat(refusal().pause()).isEqualTo(Duration.ofSeconds(90));
        assertThat(refusal().pause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(refusal().pause()).isZero();
        assertThat(refusal().pause()).isZero();
    }

    @Test
    void whoeverWantsNothingAnyMoreIsSentNothing() {
        server.answerNext(new Answer(410));

        assertThat(refusal().scope()).isEqualTo(CarryingFailedException.Scope.DESTINATION_FOR_GOOD);
    }

    @Test
    void whatDoesNotAnswerInTimeIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(CarryingFailedException.class)
                    .isThrownBy(() -> send(silent.getLocalPort(), "http", plain(Duration.ofMillis(300))))
                    .withMessageContaining("no answer within");
        }
    }

    @Test
    void whatAnswersByteForByteForeverIsGivenUpAsWell() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping));

            assertThatExceptionOfType(CarryingFailedException.class)
                    .isThrownBy(() -> send(dripping.getLocalPort(), "http", plain(Duration.ofMillis(500))))
                    .withMessageContaining("no answer within");
        }
    }

    /** On Linux one whose queue is full lets a caller wait. */
    @Test
    void addressesAtWhichNobodyAnswersTakeNoLongerTogetherThanAnAnswerMay() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket full = new ServerSocket(0, 1, here);
                Socket first = new Socket(here, full.getLocalPort());
                Socket second = new Socket(here, full.getLocalPort())) {
            assertThat(List.of(first, second)).allMatch(Socket::isConnected);
            WebhookAddress address = WebhookAddress.of("http://" + HOST + ":" + full.getLocalPort() + "/", HOST);

            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() ->
                            plain(Duration.ofMillis(300)).send(address, Collections.nCopies(3, here), Map.of(), BODY))
                    .withMessageStartingWith("no answer within");
        }
    }

    @Test
    void whatIsNoHttpIsNoAnswer() throws IOException {
        try (ServerSocket mail = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerOnce(mail, "220 mail.example ESMTP\r\n\r\n"));

            assertThatExceptionOfType(CarryingFailedException.class)
                    .isThrownBy(() -> send(mail.getLocalPort(), "http", plain(Duration.ofSeconds(5))))
                    .withMessageContaining("an answer that is not HTTP");
        }
    }

    @Test
    void anAnnouncementBeforeTheAnswerIsPassedOver() throws IOException {
        try (ServerSocket announcing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> answerOnce(
                            announcing, "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"));

            assertThat(send(announcing.getLocalPort(), "http", plain(Duration.ofSeconds(5))))
                    .contains("(200)");
        }
    }

    @Test
    void theCertificateIsOfTheHostThoughItsAddressIsConnectedTo(@TempDir Path folder) throws Exception {
        SSLContext keys = TestKeys.of(folder, HOST);
        try (ReceivingServer encrypted = new ReceivingServer(keys)) {
            PinnedPost trusting = new PinnedPost(keys.getSocketFactory(), Duration.ofSeconds(10));

            assertThat(send(encrypted.port(), "https", trusting)).contains("(204)");
            assertThat(encrypted.received().getFirst().header("Host")).startsWith(HOST);
        }
    }

    @Test
    void aCertificateOfAnotherHostOrFromNowhereIsNotTrusted(@TempDir Path folder) throws Exception {
        SSLContext keys = TestKeys.of(folder, "other.contoso.example");
        try (ReceivingServer encrypted = new ReceivingServer(keys)) {
            PinnedPost trusting = new PinnedPost(keys.getSocketFactory(), Duration.ofSeconds(10));
            PinnedPost usual = plain(Duration.ofSeconds(10));

            assertThatExceptionOfType(CarryingFailedException.class)
                    .isThrownBy(() -> send(encrypted.port(), "https", trusting))
                    .withMessageContaining("can't be trusted");
            assertThatExceptionOfType(CarryingFailedException.class)
                    .isThrownBy(() -> send(encrypted.port(), "https", usual))
                    .withMessageContaining("can't be trusted");
            assertThat(encrypted.received()).isEmpty();
        }
    }

    private CarryingFailedException refusal() {
        return catchThrowableOfType(CarryingFailedException.class, () -> send(HOST, List.of()));
    }

    private String send(@Nullable String internalHost, List<SigningSecret> secrets) {
        return request(plain(Duration.ofSeconds(10)))
                .send(
                        webhook(internalHost),
                        WebhookAddress.of("http://" + HOST + ":" + server.port() + "/in?key=a%2Bb", HOST),
                        secrets,
                        ID,
                        BODY);
    }

    private String send(int port, String scheme, PinnedPost post) {
        return request(post)
                .send(
                        webhook(HOST),
                        WebhookAddress.of(scheme + "://" + HOST + ":" + port + "/", HOST),
                        List.of(),
                        ID,
                        BODY);
    }

    private WebhookRequest request(PinnedPost post) {
        CheckedHosts hosts = new CheckedHosts(host -> {
            lookups.incrementAndGet();
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        });
        return new WebhookRequest(hosts, post, new SettableClock(NOW));
    }

    private static PinnedPost plain(Duration longest) {
        return new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), longest);
    }

    private static Webhook webhook(@Nullable String internalHost) {
        return new Webhook(
                1,
                "Tickets",
                WebhookFormat.CLOUD_EVENTS,
                HOST,
                internalHost,
                Set.of(NoticeKind.RUN_FAILED),
                1,
                NOW,
                new Actor("olga", "olga@contoso.example"),
                null);
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            while (true) {
                socket.getOutputStream().write('H');
                socket.getOutputStream().flush();
                Thread.onSpinWait();
                socket.setSoTimeout(20);
                try {
                    socket.getInputStream().read();
                } catch (java.net.SocketTimeoutException pause) {
                    // The next byte.
                }
            }
        } catch (IOException given) {
            // Given up.
        }
    }

    private static void answerOnce(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().readNBytes(10_000);
        } catch (IOException closed) {
            // It was heard.
        }
    }
}
