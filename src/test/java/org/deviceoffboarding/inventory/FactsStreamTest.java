package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class FactsStreamTest {

    /** As many as make several ranges of keys. */
    private static final long MANY = 80_000;

    private final Tenant tenant = new Tenant();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachDeviceComesOnceAndWithTheFactsThatItHasAlone(long seed) {
        PortalDatabase.empty("disabled_device");
        var changing = new ChangingTenant(seed);
        for (int run = 1; run <= 3; run++) {
            changing.change(tenant);
            tenant.read(run).publish(run);
        }
        changing.change(tenant);
        tenant.read(4);
        disableSome(changing);

        for (long devices : List.of(1L, MANY)) {
            Collection<DeviceFacts> streamed = streamed(4, devices, 7);

            assertThat(streamed)
                    .extracting(facts -> facts.entra().objectId())
                    .doesNotHaveDuplicates()
                    .hasSize((int) tenant.inventories().counts(4).entraDevices());
            streamed.forEach(
                    facts -> assertThat(facts).isEqualTo(alone(facts.entra().objectId())));
        }
        Collection<DeviceFacts> all = streamed(4, MANY, 7);
        assertThat(Stream.<Predicate<DeviceFacts>>of(
                                facts -> facts.managed().size() > 1,
                                facts -> facts.removals().size() > 1,
                                facts -> facts.former().size() > 1,
                                facts -> facts.former().stream().anyMatch(record -> record.moved() != null),
                                facts -> facts.autopilot() != null
                                        && facts.autopilot().former(),
                                facts -> facts.autopilot() != null
                                        && !Objects.equals(
                                                facts.entra().deviceId(),
                                                facts.autopilot().entraDeviceId()),
                                facts -> facts.entra().deviceId() == null,
                                DeviceFacts::takenOver)
                        .map(sort -> all.stream().anyMatch(sort)))
                .as("every sort of devices is among them")
                .doesNotContain(false);
    }

    @Test
    void aTenantWithoutDevicesIsNoPage() {
        tenant.read(1);

        assertThat(streamed(1, 0, 5)).isEmpty();
    }

    @Test
    void pagesAreHandedOverOutsideOfTheTransactionThatTheyAreReadIn() {
        new ChangingTenant(1).change(tenant);
        tenant.read(1);

        tenant.factsStream()
                .forEachPage(
                        1,
                        MANY,
                        5,
                        page -> assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                                .isFalse());
    }

    @Test
    void whatAPageThrowsStopsTheOthersAndLeavesNoConnectionBehind() {
        new ChangingTenant(1).change(tenant);
        tenant.read(1);
        var pages = new AtomicInteger();

        for (int time = 0; time < 20; time++) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> tenant.factsStream().forEachPage(1, MANY, 1, page -> {
                        if (pages.incrementAndGet() % 10 == 0) {
                            throw new UnsupportedOperationException("no more");
                        }
                    }));
        }

        assertThat(pages).hasValueLessThan(20 * 20);
        assertThat(streamed(1, MANY, 5))
                .hasSize((int) tenant.inventories().counts(1).entraDevices());
    }

    @Test
    void anInterruptionStopsAllThreadsAndIsKept() {
        new ChangingTenant(1).change(tenant);
        tenant.read(1);
        Thread caller = Thread.currentThread();

        assertThatThrownBy(() -> tenant.factsStream().forEachPage(1, MANY, 1, page -> caller.interrupt()))
                .isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(streamed(1, MANY, 5))
                .hasSize((int) tenant.inventories().counts(1).entraDevices());
    }

    private void disableSome(ChangingTenant changing) {
        List<UUID> devices = changing.objectIds();
        tenant.after(disabled -> IntStream.range(0, 30).forEach(i -> {
            var at = Tenant.NOW.minus(Duration.ofDays(i));
            if (i % 3 == 0) {
                disabled.takeOver(devices.get(i), "D", Platform.WINDOWS, "ada", at);
            } else {
                disabled.add(devices.get(i), "D", Platform.WINDOWS, "ada", at);
            }
            if (i % 5 == 0) {
                UUID id = devices.get(i);
                disabled.leave(Objects.requireNonNull(disabled.find(List.of(id)).get(id)), at, "It was active.");
            }
        }));
    }

    private Collection<DeviceFacts> streamed(long run, long devices, int pageSize) {
        var all = new ConcurrentLinkedQueue<DeviceFacts>();
        tenant.factsStream().forEachPage(run, devices, pageSize, all::addAll);
        return all;
    }

    private DeviceFacts alone(UUID objectId) {
        return tenant.inventories().facts(4, objectId).orElseThrow();
    }
}
