package org.deviceoffboarding.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.json;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.deviceoffboarding.inventory.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DeviceKeyReaderTest {

    private static final UUID OBJECT = UUID.fromString(Json.OBJECT);
    private static final KeyedDevice DEVICE = new KeyedDevice(OBJECT, UUID.fromString(Json.DEVICE));
    private static final String KEY =
            "{\"id\":\"k\",\"deviceId\":\"%s\",\"createdDateTime\":\"%s\",\"volumeType\":\"%s\"}";
    private static final String NO_KEYS = "{\"value\":[]}";
    private static final String NO_PASSWORD = "{\"error\":{\"code\":\"Request_ResourceNotFound\"}}";

    private final ScriptedGraph graph = new ScriptedGraph();
    private final KeyQuestions questions = new KeyQuestions(graph.graph());
    private final DeviceKeyRepository stored =
            new DeviceKeyRepository(new JdbcTemplate(PortalDatabase.dataSource()), PortalDatabase.jdbc());
    private final DeviceKeyReader reader = new DeviceKeyReader(
            new BitlockerLookup(questions), new LapsLookup(questions), stored, event -> {}, ScriptedGraph.CLOCK);

    @BeforeEach
    void empty() {
        PortalDatabase.empty("device_key");
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void whatIsKeptIsCountedWithItsTimesAndVolumes() {
        answer(
                200,
                "{\"value\":["
                        + KEY.formatted(Json.DEVICE.toUpperCase(), "2025-02-03T10:00:00Z", "fixedDataVolume") + ","
                        + KEY.formatted(Json.DEVICE, "2026-02-03T10:00:00Z", "operatingSystemVolume") + "]}",
                200,
                "{\"id\":\"" + Json.DEVICE + "\",\"lastBackupDateTime\":\"2026-10-01T00:00:00Z\"}");

        DeviceKeys keys = read();

        assertThat(keys)
                .isEqualTo(new DeviceKeys(
                        OBJECT,
                        2,
                        Instant.parse("2026-02-03T10:00:00Z"),
                        List.of("fixedDataVolume", "operatingSystemVolume"),
                        true,
                        Instant.parse("2026-10-01T00:00:00Z"),
                        ScriptedGraph.CLOCK.instant(),
                        null));
        reader.store(new DeviceKeyReader.Reading(List.of(keys), java.util.Set.of()));
        assertThat(stored.find(List.of(OBJECT))).containsExactly(keys);
    }

    @Test
    void noneIsNone() {
        answer(200, NO_KEYS, 404, NO_PASSWORD);

        DeviceKeys keys = read();

        assertThat(keys.bitlockerKeys()).isZero();
        assertThat(keys.laps()).isFalse();
        assertThat(keys.problem()).isNull();
        assertThat(keys.bitlocker() + " " + keys.lapsPassword()).isEqualTo("none none");
    }

    @Test
    void everyQuestionSaysWhoAsksAndNoneAsksForASecret() {
        answer(200, NO_KEYS, 404, NO_PASSWORD);

        read();

        assertThat(graph.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request).contains("\"headers\":{\"User-Agent\":"))
                .noneMatch(request -> request.contains("credentials\"") || request.contains("select=key"));
        assertThat(graph.requests().getLast()).contains("select=id,lastBackupDateTime");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"value\":{}}",
                "{\"value\":[{\"id\":\"k\"}]}",
                "{\"value\":[{\"id\":\"k\",\"deviceId\":\"de51ceaa-0000-4000-8000-000000000009\"}]}",
                "{\"value\":[],\"@odata.nextLink\":\"https://graph.microsoft.com/v1.0/more\"}"
            })
    void anAnswerThatIsNotClearIsNotNone(String body) {
        answer(200, body, 404, NO_PASSWORD);

        DeviceKeys keys = read();

        assertThat(keys.bitlockerKeys()).isNull();
        assertThat(keys.bitlocker()).isEqualTo("not known");
        assertThat(keys.laps()).isFalse();
        assertThat(keys.problem()).contains("no clear answer about its BitLocker keys");
    }

    @Test
    void aPasswordOfAnotherDeviceIsNoAnswer() {
        answer(200, NO_KEYS, 200, "{\"id\":\"de51ceaa-0000-4000-8000-000000000009\"}");

        assertThat(read().laps()).isNull();
    }

    @Test
    void aDeviceWithoutADeviceIdIsNotAskedFor() {
        DeviceKeys keys = reader.read(List.of(new KeyedDevice(OBJECT, null)), TOKENS)
                .keys()
                .getFirst();

        assertThat(keys.bitlockerKeys()).isNull();
        assertThat(keys.problem()).isEqualTo("Entra gives no device ID that its keys could be asked for by.");
        assertThat(graph.requests()).isEmpty();
    }

    @Test
    void withoutEitherPermissionThereIsNoReading() {
        answer(403, "{}", 403, "{}");

        assertThatExceptionOfType(GraphPermissionMissingException.class).isThrownBy(this::read);
    }

    private DeviceKeys read() {
        return reader.read(List.of(DEVICE), TOKENS).keys().getFirst();
    }

    private void answer(int keysStatus, String keys, int passwordStatus, String password) {
        graph.on("/$batch", part(keysStatus, keys), part(passwordStatus, password));
    }

    private static ScriptedGraph.Answer part(int status, String body) {
        return json("{\"responses\":[{\"id\":\"0\",\"status\":%d,\"body\":%s}]}".formatted(status, body));
    }
}
