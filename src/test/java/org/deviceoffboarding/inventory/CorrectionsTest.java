package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.entra;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChange.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal did to a device holds in every copy of the tenant that was read before. */
class CorrectionsTest {

    private static final UUID ID = UUID.fromString(OBJECT);
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-00000000aaaa");
    private static final String ENABLED = entra(OBJECT, DEVICE, "LAPTOP", "\"accountEnabled\":true");
    private static final String DISABLED = entra(OBJECT, DEVICE, "LAPTOP", "\"accountEnabled\":false");

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void anInventoryWithAnEnabledDevice() {
        tenant.has(Tenant.DEVICES, ENABLED).read(1).compare(1).publish(1);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void theInventoryShowsWhatThePortalVerifiedAtOnce() {
        correct(Kind.DISABLED, Tenant.NOW, false);

        assertThat(enabled(1)).isFalse();
    }

    @Test
    void whatIsVerifiedWhileTheNextCopyIsReadHoldsInThatCopyToo() {
        tenant.read(2);
        correct(Kind.DISABLED, Tenant.NOW, false);
        tenant.publish(2);

        assertThat(enabled(2)).isFalse();
    }

    @Test
    void whatIsVerifiedWhileTheNextResultIsJudgedHoldsInItsCopyToo() {
        tenant.read(2).compare(2);
        correct(Kind.DISABLED, Tenant.NOW, false);
        tenant.publish(2);

        assertThat(enabled(2)).isFalse();
    }

    @Test
    void whatWasVerifiedBeforeACopyIsComparedAndIsStoredAfterwardsHoldsInItToo() {
        tenant.read(2).compare(2);
        correct(Kind.DISABLED, Tenant.NOW.minusSeconds(2), false);
        tenant.publish(2);

        assertThat(enabled(2)).isFalse();
    }

    @Test
    void whatIsBeingStoredWhileACopyIsComparedHoldsInItToo() {
        tenant.read(2);
        tenant.transactionally(() -> {
            change(Kind.DISABLED, Tenant.NOW.minusSeconds(2), false);
            CompletableFuture.runAsync(() -> tenant.compare(2)).join();
        });
        tenant.publish(2);

        assertThat(enabled(2)).isFalse();
    }

    @Test
    void whatWasComparedDoesNotComeBackAsThePortalLeftIt() {
        correct(Kind.DISABLED, Tenant.NOW.minus(Duration.ofMinutes(1)), false);
        tenant.graph.on("/$batch", answer(ENABLED));
        tenant.read(2).compare(2);
        correct(OTHER, Kind.DELETED, Tenant.NOW.minusSeconds(2));
        tenant.publish(2);

        assertThat(enabled(2)).isTrue();
    }

    @Test
    void aDeviceThatThePortalDeletedIsGoneAndComesBackOnceItIsRestored() {
        tenant.read(2);
        correct(Kind.DELETED, Tenant.NOW, null);
        assertThat(present(1)).isFalse();
        tenant.publish(2);
        assertThat(present(2)).isFalse();

        correct(Kind.RESTORED, Tenant.NOW, false);

        assertThat(enabled(2)).isFalse();
    }

    @Test
    void aListThatContradictsWhatWasVerifiedWithinTheHourIsAskedByIdBeforeItIsBelieved() {
        correct(Kind.DISABLED, Tenant.NOW.minus(Duration.ofMinutes(59)), false);
        tenant.graph.on("/$batch", answer(DISABLED));

        tenant.read(2).compare(2).publish(2);

        assertThat(enabled(2)).isFalse();
    }

    @Test
    void whatIsStillOtherwiseWhenAskedByIdTwiceWasChangedBySomebodyElse() {
        correct(Kind.DISABLED, Tenant.NOW.minus(Duration.ofMinutes(59)), false);
        tenant.graph.on("/$batch", answer(ENABLED));

        tenant.read(2).compare(2).publish(2);

        assertThat(enabled(2)).isTrue();
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void anOlderChangeIsNotAskedFor() {
        correct(Kind.DISABLED, Tenant.NOW.minus(Duration.ofMinutes(61)), false);

        tenant.read(2).compare(2).publish(2);

        assertThat(enabled(2)).isTrue();
        assertThat(asked()).isZero();
    }

    @Test
    void whatWasTakenOverStaysAsItWasRead() {
        tenant.has(Tenant.DEVICES, DISABLED).read(2).compare(2).publish(2);

        correct(Kind.TAKEN_OVER, Tenant.NOW, null);

        assertThat(enabled(2)).isFalse();
    }

    private long asked() {
        return tenant.graph.requests().stream()
                .filter(request -> request.startsWith("/$batch"))
                .count();
    }

    private void correct(Kind kind, Instant at, @Nullable Boolean nowEnabled) {
        tenant.transactionally(() -> change(kind, at, nowEnabled));
    }

    private void correct(UUID goneDevice, Kind kind, Instant at) {
        tenant.transactionally(
                () -> tenant.inventories().correct(new VerifiedChange(goneDevice, kind, at, at, 7), null));
    }

    private void change(Kind kind, Instant at, @Nullable Boolean nowEnabled) {
        EntraDevice read = nowEnabled == null ? null : ofCopy(nowEnabled);
        tenant.inventories().correct(new VerifiedChange(ID, kind, at, at, 7), read);
    }

    /** The device as it was read back. */
    private static EntraDevice ofCopy(boolean enabled) {
        return new EntraDevice(
                ID,
                UUID.fromString(DEVICE),
                "LAPTOP",
                enabled,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private @Nullable Boolean enabled(long run) {
        return tenant.inventories().facts(run, ID).orElseThrow().entra().accountEnabled();
    }

    private boolean present(long run) {
        return tenant.inventories().facts(run, ID).isPresent();
    }

    private static org.deviceoffboarding.graph.ScriptedGraph.Answer answer(String device) {
        return json("{\"responses\":[{\"id\":\"0\",\"status\":200,\"body\":%s}]}".formatted(device));
    }
}
