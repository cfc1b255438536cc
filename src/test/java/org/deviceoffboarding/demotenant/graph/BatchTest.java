package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

    private static final TestTenant TENANT = TestTenant.start();

    private final GraphClient graph = TENANT.client();

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> Part.get("r" + i, "/me")).collect(Collectors.joining(","));
    }

    @Test
    void eachRequestIsAnsweredUnderItsIdInAnyOrder() {
        var device = TENANT.device(
                d -> d.kind() == ObjectKind.ORDINARY && d.deviceId().length() == 36);

        var answer = graph.batch(
                Part.get("a", "/devices/" + device.id()),
                Part.get(
                        "b",
                        "/deviceManagement/managedDevices?$filter=azureADDeviceId%20eq%20'" + device.deviceId() + "'"),
                Part.get("c", "/devices/" + TestTokens.USER_ID));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.part("a").path("body").path("deviceId").asString()).isEqualTo(device.deviceId());
        assertThat(answer.statusOf("b")).isEqualTo(200);
        assertThat(answer.statusOf("c")).isEqualTo(404);
        assertThat(answer.part("c").path("body").path("error").path("code").asString())
                .isEqualTo("Request_ResourceNotFound");
        assertThat(answer.json().path("responses").get(0).path("id").asString()).isNotEqualTo("a");
        assertThat(answer.part("a").path("headers").path("Content-Type").asString())
                .startsWith("application/json");
    }

    @Test
    void twentyRequestsAreTheMost() {
        assertThat(graph.batch(many(20)).json().path("responses")).hasSize(20);
        assertThat(graph.batch(many(21)).status()).isEqualTo(400);
    }

    @Test
    void idsAreUniqueWhateverTheirCase() {
        assertThat(graph.batch(Part.get("a", "/me"), Part.get("A", "/me")).status())
                .isEqualTo(400);
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
        var device = TENANT.device(d -> d.kind() == ObjectKind.ORDINARY && d.accountEnabled());
        var disable = Part.disable("off", device.id());
        var read =
                "{\"id\":\"read\",\"method\":\"GET\",\"url\":\"/devices/" + device.id() + "\",\"dependsOn\":[\"off\"]}";
        var missing = Part.get("missing", "/devices/" + TestTokens.USER_ID);
        var never = "{\"id\":\"never\",\"method\":\"GET\",\"url\":\"/me\",\"dependsOn\":[\"missing\"]}";

        var answer = graph.batch(never, read, missing, disable);

        assertThat(answer.statusOf("off")).isEqualTo(204);
        assertThat(answer.part("off").has("body")).isFalse();
        assertThat(answer.part("read").path("body").path("accountEnabled").asBoolean(true))
                .isFalse();
        assertThat(answer.statusOf("never")).isEqualTo(424);
    }

    @Test
    void theHeaderForEventualConsistencyBelongsIntoTheInnerRequest() {
        var counted = "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/devices/$count\","
                + "\"headers\":{\"ConsistencyLevel\":\"eventual\"}}";

        var answer = graph.batch(counted, Part.get("2", "/devices/$count"));

        assertThat(answer.part("1").path("body").asString()).isEqualTo("1200");
        assertThat(answer.statusOf("2")).isEqualTo(400);
    }

    @Test
    void aBatchContainsNoBatch() {
        var inner =
                "{\"id\":\"1\",\"method\":\"POST\",\"url\":\"/$batch\",\"headers\":{\"Content-Type\":\"application/json\"},"
                        + "\"body\":{\"requests\":[]}}";

        assertThat(graph.batch(inner).statusOf("1")).isEqualTo(400);
    }

    @Test
    void aFaultStrikesInsideOfABatch() {
        TENANT.faults().add(Fault.of(Fault.Kind.THROTTLED, "/me", 1).withRetryAfter(7));

        var answer = graph.batch(Part.get("1", "/me"), Part.get("2", "/me"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statusOf("1")).isEqualTo(429);
        assertThat(answer.part("1").path("headers").path("Retry-After").asString())
                .isEqualTo("7");
        assertThat(answer.statusOf("2")).isEqualTo(200);
    }
}
