package org.deviceoffboarding.demotenant.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.*;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong with writes, each of which is a part of a batch. */
class WriteFaultsTest {

    private static final TestTenant TENANT = TestTenant.start();

    private final GraphClient graph = TENANT.client();

    @BeforeEach
    void reset() {
        TENANT.faults().clear();
    }

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    /** The writes that the portal makes, each to a device that is ready for it, and what they leave behind. */
    private enum Operation {
        DISABLE(204) {
            @Override
            String part(String id, DemoEntraDevice device) {
                return Part.disable(id, device.id());
            }

            @Override
            boolean isSeen(GraphClient graph, DemoEntraDevice device) {
                return !graph.get("/devices/" + device.id())
                        .json()
                        .path("accountEnabled")
                        .asBoolean(true);
            }
        },
        ENABLE(204) {
            @Override
            void prepare(GraphClient graph, DemoEntraDevice device) {
                graph.batch(Part.disable("1", device.id()));
            }

            @Override
            String part(String id, DemoEntraDevice device) {
                return Part.enable(id, device.id(), true);
            }

            @Override
            boolean isSeen(GraphClient graph, DemoEntraDevice device) {
                return graph.get("/devices/" + device.id())
                        .json()
                        .path("accountEnabled")
                        .asBoolean(false);
            }
        },
        DELETE(204) {
            @Override
            String part(String id, DemoEntraDevice device) {
                return Part.delete(id, device.id());
            }

            @Override
            boolean isSeen(GraphClient graph, DemoEntraDevice device) {
                return graph.get("/devices/" + device.id()).status() == 404;
            }
        },
        RESTORE(200) {
            @Override
            void prepare(GraphClient graph, DemoEntraDevice device) {
                graph.batch(Part.delete("1", device.id()));
            }

            @Override
            String part(String id, DemoEntraDevice device) {
                return Part.restore(id, device.id());
            }

            @Override
            boolean isSeen(GraphClient graph, DemoEntraDevice device) {
                return graph.get("/devices/" + device.id()).status() == 200;
            }
        };

        final int success;

        Operation(int success) {
            this.success = success;
        }

        void prepare(GraphClient graph, DemoEntraDevice device) {}

        abstract String part(String id, DemoEntraDevice device);

        abstract boolean isSeen(GraphClient graph, DemoEntraDevice device);
    }

    private List<DemoEntraDevice> devices(Operation operation, int count) {
        var devices = TENANT.devices(
                count,
                d -> d.kind() == ObjectKind.ORDINARY
                        && d.accountEnabled()
                        && d.deviceId().length() == 36);
        devices.forEach(device -> operation.prepare(graph, device));
        return devices;
    }

    /** Strikes the first of two parts of one batch. */
    private Struck strikeFirst(Operation operation, Fault fault) {
        var devices = devices(operation, 2);
        TENANT.faults().add(fault);
        var answer =
                graph.batch(operation.part("struck", devices.getFirst()), operation.part("spared", devices.getLast()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statusOf("spared")).isEqualTo(operation.success);
        assertThat(operation.isSeen(graph, devices.getLast())).isTrue();
        return new Struck(operation, devices.getFirst(), answer);
    }

    private final class Struck {

        private final Operation operation;
        private final DemoEntraDevice device;
        private final GraphClient.Answer answer;

        Struck(Operation operation, DemoEntraDevice device, GraphClient.Answer answer) {
            this.operation = operation;
            this.device = device;
            this.answer = answer;
        }

        int status() {
            return answer.statusOf("struck");
        }

        String retryAfter() {
            return answer.part("struck").path("headers").path("Retry-After").asString("");
        }

        boolean isSeen() {
            return operation.isSeen(graph, device);
        }

        /** Returns whether the operation is in the history, after what made the device ready for it. */
        boolean isInHistory() {
            int before = operation == Operation.ENABLE || operation == Operation.RESTORE ? 1 : 0;
            return TENANT.population().history(device.id()).size() == before + 1;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteMayBeDoneAlthoughItsAnswerIs429(Operation operation) {
        var struck =
                strikeFirst(operation, Fault.of(DONE_BUT_THROTTLED, "/d*", 1).withRetryAfter(4));

        assertThat(struck.status()).isEqualTo(429);
        assertThat(struck.retryAfter()).isEqualTo("4");
        assertThat(struck.isSeen()).isTrue();
        assertThat(struck.isInHistory()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteMayFindTheServiceUnavailableWithOrWithoutAHint(Operation operation) {
        var hinted = strikeFirst(operation, Fault.of(UNAVAILABLE, "/d*", 1).withRetryAfter(9));
        var unhinted = strikeFirst(operation, Fault.of(UNAVAILABLE, "/d*", 1));

        assertThat(hinted.status()).isEqualTo(503);
        assertThat(hinted.retryAfter()).isEqualTo("9");
        assertThat(hinted.isSeen()).isFalse();
        assertThat(unhinted.status()).isEqualTo(503);
        assertThat(unhinted.retryAfter()).isEmpty();
        assertThat(unhinted.isInHistory()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteMayBeAcceptedAndYetNotDone(Operation operation) {
        var struck = strikeFirst(operation, Fault.of(ACCEPTED_BUT_NOT_DONE, "/d*", 1));

        assertThat(struck.status()).isEqualTo(operation.success);
        assertThat(struck.isSeen()).isFalse();
        assertThat(struck.isInHistory()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteMayBeSeenLate(Operation operation) {
        var struck = strikeFirst(operation, Fault.of(DONE_LATE, "/d*", 1).withSeconds(90));

        assertThat(struck.status()).isEqualTo(operation.success);
        assertThat(struck.isInHistory()).isTrue();
        TENANT.clock().forward(Duration.ofSeconds(89));
        assertThat(struck.isSeen()).isFalse();
        TENANT.clock().forward(Duration.ofSeconds(1));
        assertThat(struck.isSeen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void oneDeviceMayBeForbidden(Operation operation) {
        var devices = devices(operation, 2);
        TENANT.faults()
                .add(Fault.of(STATUS, "/d*/" + devices.getFirst().id() + "*", -1)
                        .withStatus(403)
                        .onlyFor("PATCH", "DELETE", "POST"));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(graph.batch(operation.part("1", devices.getFirst())).statusOf("1"))
                    .isEqualTo(403);
        }
        assertThat(graph.batch(operation.part("2", devices.getLast())).statusOf("2"))
                .isEqualTo(operation.success);
        assertThat(operation.isSeen(graph, devices.getFirst())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerToABatchMayBeCutAfterAllOfItWasDone(Operation operation) {
        for (int afterBytes : new int[] {0, 100, 1_000_000}) {
            var devices = devices(operation, 2);
            TENANT.faults().add(Fault.of(CUT_CONNECTION, "/$batch", 1).withAfterBytes(afterBytes));

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> graph.batch(
                            operation.part("1", devices.getFirst()), operation.part("2", devices.getLast())));

            assertThat(devices).allMatch(device -> operation.isSeen(graph, device));
        }
    }

    @Test
    void aFaultMayConcernSomeMethodsOnly() {
        var devices = devices(Operation.DISABLE, 2);
        TENANT.faults().add(Fault.of(THROTTLED, "*", -1).onlyFor("patch", "DELETE"));

        var answer = graph.batch(
                Part.get("read", "/devices/" + devices.getFirst().id()),
                Part.disable("disable", devices.getFirst().id()),
                Part.delete("delete", devices.getLast().id()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statusOf("read")).isEqualTo(200);
        assertThat(answer.statusOf("disable")).isEqualTo(429);
        assertThat(answer.statusOf("delete")).isEqualTo(429);
    }

    @Test
    void chanceStrikesTheSameRequestsAtTheSameSeed() {
        var first = struck(Fault.of(THROTTLED, "/me", -1).byChance(20, 7));
        var again = struck(Fault.of(THROTTLED, "/me", -1).byChance(20, 7));
        var other = struck(Fault.of(THROTTLED, "/me", -1).byChance(20, 8));

        assertThat(first).isEqualTo(again).isNotEqualTo(other);
        assertThat(first).hasSizeBetween(20, 60);
    }

    @Test
    void chanceStandsBesideWhatIsSkippedAndHowOften() {
        var all = struck(Fault.of(THROTTLED, "/me", -1).byChance(20, 7));

        var some = struck(Fault.of(THROTTLED, "/me", 3).skipping(50).byChance(20, 7));

        assertThat(some)
                .isEqualTo(
                        all.stream().filter(request -> request >= 50).limit(3).toList());
    }

    /** Returns which of 200 requests a fault struck. */
    private List<Integer> struck(Fault fault) {
        TENANT.faults().clear();
        TENANT.faults().add(fault);
        var struck = new ArrayList<Integer>();
        for (int request = 0; request < 200; request++) {
            if (graph.get("/me").status() == 429) {
                struck.add(request);
            }
        }
        return struck;
    }

    @Test
    void whatChangesLateIsToldByChangeTrackingOnceItIsSeen() {
        var device = devices(Operation.DISABLE, 1).getFirst();
        TENANT.clock().forward(Duration.ofHours(1)); // so that everything that was done late before is seen
        var link = graph.get("/devices/delta?$deltatoken=latest").text("@odata.deltaLink");
        TENANT.faults().add(Fault.of(DONE_LATE, "/devices/*", 1).withSeconds(60));
        graph.batch(Part.disable("1", device.id()));

        var tooEarly = graph.get(link);
        TENANT.clock().forward(Duration.ofSeconds(60));

        assertThat(tooEarly.json().path("value")).isEmpty();
        assertThat(graph.get(tooEarly.text("@odata.deltaLink"))
                        .json()
                        .path("value")
                        .valueStream())
                .extracting(row -> row.path("id").asString())
                .containsExactly(device.id());
    }

    @Test
    void aDeviceThatIsDeletedTwiceWhileNobodySeesItIsDeletedOnce() {
        var device = devices(Operation.DELETE, 1).getFirst();
        TENANT.faults().add(Fault.of(DONE_LATE, "/devices/*", 1));

        assertThat(graph.batch(Part.delete("1", device.id())).statusOf("1")).isEqualTo(204);
        assertThat(graph.get("/devices/" + device.id()).status()).isEqualTo(200);
        assertThat(graph.batch(Part.delete("1", device.id())).statusOf("1")).isEqualTo(404);

        assertThat(TENANT.population().history(device.id()))
                .extracting(DeviceWrite::what)
                .containsExactly(DeviceWrite.What.DELETED);
    }
}
