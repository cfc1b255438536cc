package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class FaultSwitchesTest {

    private static final TestTenant TENANT = TestTenant.start();
    private static final String RECORDS = "/deviceManagement/managedDevices";

    private final GraphClient graph = TENANT.client();

    @BeforeEach
    void reset() {
        graph.delete("/demo/faults");
    }

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void aBurstOf429EndsAfterItsTimes() {
        TENANT.faults().add(Fault.of(Fault.Kind.THROTTLED, "/devices", 2).withRetryAfter(3));

        var refused = graph.get("/devices");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("3");
        assertThat(graph.get("/users").status()).isEqualTo(200);
        assertThat(graph.get("/devices").status()).isEqualTo(429);
        assertThat(graph.get("/devices").status()).isEqualTo(200);
    }

    @Test
    void serviceUnavailableMayComeWithoutAHint() {
        TENANT.faults().add(Fault.of(Fault.Kind.UNAVAILABLE, "/devices*", 1));

        var refused = graph.get("/devices/delta");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, 600})
    void theClockCanBeWrong(int seconds) {
        TENANT.faults().add(Fault.of(Fault.Kind.WRONG_CLOCK, "/users", 1).withSeconds(seconds));

        assertThat(aheadBy(graph.get("/users").header("Date"))).isEqualTo(seconds);
        assertThat(aheadBy(graph.get("/users").header("Date"))).isZero();
    }

    private static long aheadBy(String date) {
        return Duration.between(
                        TENANT.clock().instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                .toSeconds();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500, 504})
    void anyStatusCanBeAskedFor(int status) {
        TENANT.faults().add(Fault.of(Fault.Kind.STATUS, "/users", 1).withStatus(status));

        assertThat(graph.get("/users").status()).isEqualTo(status);
    }

    @Test
    void theConnectionIsCutInTheMiddleOfAPage() {
        TENANT.faults().add(Fault.of(Fault.Kind.CUT_CONNECTION, "/devices", 1).withAfterBytes(20_000));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> graph.get("/devices?$top=999"))
                .withCauseInstanceOf(IOException.class);
        assertThat(graph.get("/devices?$top=999").status()).isEqualTo(200);
    }

    @Test
    void nothingFollowsWhatWasCut() throws Exception {
        TENANT.faults().add(Fault.of(Fault.Kind.CUT_CONNECTION, "/devices", 1).withAfterBytes(900));
        var received = new ByteArrayOutputStream();
        var request = HttpRequest.newBuilder(URI.create(TENANT.address() + "/v1.0/devices"))
                .header("Authorization", "Bearer " + TestTokens.person(TestTokens.EVERYTHING))
                .build();

        try (var client = HttpClient.newHttpClient();
                var body = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> body.transferTo(received));
        }

        assertThat(received.size()).isEqualTo(900);
    }

    @Test
    void aChangeMayBeDoneAlthoughTheAnswerIs429() {
        var device = TENANT.device(d -> d.operatingSystem().equals("IPad"));
        TENANT.faults().add(Fault.of(Fault.Kind.DONE_BUT_THROTTLED, "/devices/*", 1));

        assertThat(graph.delete("/devices/" + device.id()).status()).isEqualTo(429);

        assertThat(graph.get("/devices/" + device.id()).status()).isEqualTo(404);
        graph.post("/directory/deletedItems/" + device.id() + "/restore", "");
    }

    @Test
    void thePageTokenExpiresOnThePageAskedFor() {
        TENANT.faults()
                .add(Fault.of(Fault.Kind.EXPIRED_PAGE_TOKEN, "/devices", 1).skipping(1));

        var second = graph.get(graph.get("/devices").text("@odata.nextLink"));
        var third = graph.get(second.text("@odata.nextLink"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(third.errorCode()).isEqualTo("Directory_ExpiredPageToken");
    }

    @Test
    void rowsAreMissingFromTheListButFoundByKey() {
        var record = graph.get(RECORDS).json().path("value").get(0);
        var id = record.path("id").asString();
        TENANT.faults().add(Fault.of(Fault.Kind.MISSING_ROWS, RECORDS, -1).withIds(List.of(id)));

        assertThat(graph.all(RECORDS))
                .noneMatch(row -> row.path("id").asString().equals(id));

        var key = record.path("azureADDeviceId").asString();
        assertThat(graph.all(RECORDS + "?$filter=azureADDeviceId eq '" + key + "'"))
                .anyMatch(row -> row.path("id").asString().equals(id));
        assertThat(graph.get(RECORDS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void aPageMayLinkToItself() {
        TENANT.faults().add(Fault.of(Fault.Kind.REPEATED_PAGE, "/devices", -1));
        var second = graph.get("/devices?$top=5&$select=id").text("@odata.nextLink");

        assertThat(graph.get(second).text("@odata.nextLink")).isEqualTo(second);
    }

    @Test
    void aListMayBeEmptyAndABodyNoJson() {
        TENANT.faults().add(Fault.of(Fault.Kind.EMPTY_LIST, RECORDS, 1));
        TENANT.faults().add(Fault.of(Fault.Kind.NOT_JSON, "/devices", 1));

        assertThat(graph.get(RECORDS).json().path("value")).isEmpty();
        var broken = graph.get("/devices");
        assertThat(broken.status()).isEqualTo(200);
        assertThatExceptionOfType(JacksonException.class).isThrownBy(broken::json);
    }

    @Test
    void aListOfEventsMayBeEmptyToo() {
        String since = "/deviceManagement/auditEvents?$filter=activityDateTime ge 2020-01-01T00:00:00Z";
        assertThat(graph.get(since).json().path("value")).isNotEmpty();
        TENANT.faults().add(Fault.of(Fault.Kind.EMPTY_LIST, "/deviceManagement/auditEvents", 1));

        assertThat(graph.get(since).json().path("value")).isEmpty();
    }

    @Test
    void aPageMayTakeLong() {
        TENANT.faults().add(Fault.of(Fault.Kind.SLOW, "/organization", 1).withLatencyMs(300));
        long start = System.nanoTime();

        assertThat(graph.get("/organization").status()).isEqualTo(200);

        assertThat(System.nanoTime() - start).isGreaterThan(300_000_000);
    }

    @Test
    void changeTrackingMayHaveToStartAgain() {
        var link = graph.get("/devices/delta?$deltatoken=latest").text("@odata.deltaLink");
        TENANT.faults().add(Fault.of(Fault.Kind.RESYNC_REQUIRED, "/devices/delta", 1));

        var answer = graph.get(link);

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.header("Location")).endsWith("/devices/delta?$deltatoken=");
    }

    @Test
    void faultsAreSwitchedOverHttpWithoutAToken() {
        var anyone = TENANT.client("");

        var added = anyone.send(
                "PUT", "/demo/faults", "{\"kind\":\"throttled\",\"path\":\"/users\",\"times\":2,\"retryAfter\":9}");

        assertThat(added.status()).isEqualTo(200);
        assertThat(graph.get("/users").header("Retry-After")).isEqualTo("9");
        var shown = anyone.get("/demo/faults");
        assertThat(shown.json().path("faults").get(0).path("kind").asString()).isEqualTo("THROTTLED");
        assertThat(shown.json().path("requests").path("GET /users").asInt()).isEqualTo(1);
        assertThat(anyone.delete("/demo/faults").status()).isEqualTo(204);
        assertThat(graph.get("/users").status()).isEqualTo(200);
    }

    @Test
    void whoAsksForOneRowToSeeWhetherItMayUsesNothingUp() {
        TENANT.faults().add(Fault.of(Fault.Kind.UNAVAILABLE, "/devices", 1));

        assertThat(graph.get("/devices?$top=1").status()).isEqualTo(200);
        assertThat(graph.get("/devices").status()).isEqualTo(503);

        TENANT.faults().add(Fault.of(Fault.Kind.UNAVAILABLE, "/devices", -1));
        assertThat(graph.get("/devices?$top=1").status()).isEqualTo(503);
    }

    @Test
    void whatIsSwitchedOverHttpIsShownAsItWasPut() {
        var fault = """
                {"kind":"DONE_LATE","account":"owner@contoso.example","path":"/devices/*","methods":["PATCH","DELETE"],"skip":1,"times":-1,"share":2.5,\
                "seed":42,"retryAfter":null,"status":500,"afterBytes":100,"latencyMs":0,"seconds":30,"ids":["one"]}\
                """;

        var added = graph.send("PUT", "/demo/faults", fault);

        assertThat(added.json()).isEqualTo(JsonMapper.shared().readTree(fault));
        assertThat(graph.get("/demo/faults").json().path("faults").get(0)).isEqualTo(added.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"kind\":\"earthquake\"}",
                "nonsense",
                "{\"kind\":\"THROTTLED\",\"methods\":[\"DELTE\"]}",
                "{\"kind\":\"THROTTLED\",\"share\":0}",
                "{\"kind\":\"THROTTLED\",\"share\":101}"
            })
    void whatIsNoFaultIsRefused(String body) {
        assertThat(graph.send("PUT", "/demo/faults", body).status()).isEqualTo(400);
    }

    @Test
    void requestsAreCountedByPath() {
        graph.get("/devices");
        graph.get("/devices/" + TENANT.device(d -> true).id());

        assertThat(TENANT.faults().requests("GET /devices")).isEqualTo(1);
        assertThat(TENANT.faults().requests("GET /devices/{id}")).isEqualTo(1);
    }
}
