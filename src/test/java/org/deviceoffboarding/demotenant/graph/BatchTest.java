package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.demotenant.population.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BatchTest {

    private static final TestTenant TENANT = TestTenant.start();

    private final GraphClient graph = TENANT.client();

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    private static String get(String id, String url) {
        return "{\"id\":\"" + id + "\",\"method\":\"GET\",\"url\":\"" + url + "\"}";
    }

    private GraphClient.Answer batch(String... requests) {
        return graph.post("/$batch", "{\"requests\":[" + String.join(",", requests) + "]}");
    }

    private static JsonNode step(GraphClient.Answer answer, String id) {
        return answer.json()
                .path("responses")
                .valueStream()
                .filter(step -> step.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> get("r" + i, "/me")).collect(Collectors.joining(","));
    }

    @Test
    void eachRequestIsAnsweredUnderItsIdInAnyOrder() {
        var device =
                TENANT.device(d -> d.kind() == Kind.ORDINARY && d.deviceId().length() == 36);

        var answer = batch(
                get("a", "/devices/" + device.id()),
                get("b", "/deviceManagement/managedDevices?$filter=azureADDeviceId%20eq%20'" + device.deviceId() + "'"),
                get("c", "/devices/" + TestTokens.USER_ID));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(step(answer, "a").path("body").path("deviceId").asString()).isEqualTo(device.deviceId());
        assertThat(step(answer, "b").path("status").asInt()).isEqualTo(200);
        assertThat(step(answer, "c").path("status").asInt()).isEqualTo(404);
        assertThat(step(answer, "c").path("body").path("error").path("code").asString())
                .isEqualTo("Request_ResourceNotFound");
        assertThat(answer.json().path("responses").get(0).path("id").asString()).isNotEqualTo("a");
        assertThat(step(answer, "a").path("headers").path("Content-Type").asString())
                .startsWith("application/json");
    }

    @Test
    void twentyRequestsAreTheMost() {
        assertThat(batch(many(20)).json().path("responses")).hasSize(20);
        assertThat(batch(many(21)).status()).isEqualTo(400);
    }

    @Test
    void idsAreUniqueWhateverTheirCase() {
        assertThat(batch(get("a", "/me"), get("A", "/me")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "{\"requests\":[]}",
                "{\"requests\":[{\"id\":\"1\"}]}",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/me\",\"dependsOn\":[\"2\"]}]}",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"PATCH\",\"url\":\"/me\",\"body\":{}}]}"
            })
    void whatIsNoBatchIsRefused(String body) {
        assertThat(graph.post("/$batch", body).status()).isEqualTo(400);
    }

    @Test
    void aRequestWaitsForWhatItDependsOnAndFailsWithIt() {
        var device = TENANT.device(d -> d.kind() == Kind.ORDINARY && d.accountEnabled());
        var disable = "{\"id\":\"off\",\"method\":\"PATCH\",\"url\":\"/devices/" + device.id()
                + "\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{\"accountEnabled\":false}}";
        var read =
                "{\"id\":\"read\",\"method\":\"GET\",\"url\":\"/devices/" + device.id() + "\",\"dependsOn\":[\"off\"]}";
        var missing = get("missing", "/devices/" + TestTokens.USER_ID);
        var never = "{\"id\":\"never\",\"method\":\"GET\",\"url\":\"/me\",\"dependsOn\":[\"missing\"]}";

        var answer = batch(never, read, missing, disable);

        assertThat(step(answer, "off").path("status").asInt()).isEqualTo(204);
        assertThat(step(answer, "off").has("body")).isFalse();
        assertThat(step(answer, "read").path("body").path("accountEnabled").asBoolean(true))
                .isFalse();
        assertThat(step(answer, "never").path("status").asInt()).isEqualTo(424);
    }

    @Test
    void theHeaderForEventualConsistencyBelongsIntoTheInnerRequest() {
        var counted = "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/devices/$count\","
                + "\"headers\":{\"ConsistencyLevel\":\"eventual\"}}";

        var answer = batch(counted, get("2", "/devices/$count"));

        assertThat(step(answer, "1").path("body").asString()).isEqualTo("1200");
        assertThat(step(answer, "2").path("status").asInt()).isEqualTo(400);
    }

    @Test
    void aBatchContainsNoBatch() {
        var inner =
                "{\"id\":\"1\",\"method\":\"POST\",\"url\":\"/$batch\",\"headers\":{\"Content-Type\":\"application/json\"},"
                        + "\"body\":{\"requests\":[]}}";

        assertThat(step(batch(inner), "1").path("status").asInt()).isEqualTo(400);
    }

    @Test
    void aFaultStrikesInsideOfABatch() {
        TENANT.faults().add(Fault.of(Fault.Kind.THROTTLED, "/me", 1).withRetryAfter(7));

        var answer = batch(get("1", "/me"), get("2", "/me"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(step(answer, "1").path("status").asInt()).isEqualTo(429);
        assertThat(step(answer, "1").path("headers").path("Retry-After").asString())
                .isEqualTo("7");
        assertThat(step(answer, "2").path("status").asInt()).isEqualTo(200);
    }
}
