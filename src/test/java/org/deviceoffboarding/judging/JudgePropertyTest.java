package org.deviceoffboarding.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.judging.ADevice.DEVICE_ID;
import static org.deviceoffboarding.judging.ADevice.INTUNE;
import static org.deviceoffboarding.judging.ADevice.INTUNE_ID;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.OBJECT_ID;
import static org.deviceoffboarding.judging.ADevice.STRANGER;
import static org.deviceoffboarding.judging.ADevice.daysAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.jspecify.annotations.Nullable;

/** What must hold whatever is known about a device, with every oddity that Graph is known for. */
class JudgePropertyTest {

    private static final JudgingRules RULES = JudgingRules.defaults();

    @Property(tries = 5_000)
    void aDeviceInIntuneThatWasActiveLatelyIsNeverSuggested(@ForAll("facts") DeviceFacts facts) {
        DeviceFacts active = facts.entra().deviceId() == null ? withId(facts) : facts;
        List<ManagedDevice> records = List.of(record(active.entra().deviceId(), "managed", daysAgo(2)));

        Judgement judgement = judge(new DeviceFacts(
                active.entra(), records, active.autopilot(), active.removals(), active.disabledByPortal()));

        assertThat(judgement).isNotInstanceOf(Flagged.class);
    }

    @Property(tries = 5_000)
    void nothingIsSuggestedForDeletionThatThisPortalDidNotDisable(@ForAll("facts") DeviceFacts facts) {
        DeviceFacts notOurs =
                new DeviceFacts(facts.entra(), facts.managed(), facts.autopilot(), facts.removals(), null);

        assertThat(isReadyToDelete(judge(notOurs))).isFalse();
    }

    @Property(tries = 5_000)
    void nothingIsSuggestedForDeletionThatIsNotStillDisabledOrIsHybridOrAutopilot(@ForAll("facts") DeviceFacts facts) {
        if (isReadyToDelete(judge(facts))) {
            assertThat(facts.entra().accountEnabled()).isFalse();
            assertThat(facts.entra().trustType()).isNotEqualTo("ServerAd");
            assertThat(facts.autopilot()).isNull();
            assertThat(facts.disabledByPortal()).isBefore(NOW.minus(RULES.gracePeriod()));
        }
    }

    @Property(tries = 5_000)
    void aBlankTimeNeverMakesADeviceOlder(
            @ForAll("facts") DeviceFacts facts, @ForAll("blanks") @Nullable Instant blank) {
        DeviceFacts blanked = new DeviceFacts(
                withSignIn(facts.entra(), blank),
                facts.managed().stream().map(record -> withSync(record, blank)).toList(),
                facts.autopilot(),
                facts.removals(),
                facts.disabledByPortal());

        assertThat(situation(blanked))
                .doesNotContain(Situation.SILENT_EVERYWHERE, Situation.SILENT_AND_UNMANAGED, Situation.READY_TO_DELETE);
    }

    @Property(tries = 5_000)
    void aProtectedKindAndADeviceWithoutAnIdAreNeverSuggested(@ForAll("facts") DeviceFacts facts) {
        if (judge(facts) instanceof Flagged flagged) {
            assertThat(flagged.kind().leftOut()).isFalse();
            assertThat(facts.entra().deviceId()).isNotNull();
            assertThat(flagged.evidence()).isNotEmpty().doesNotContain("");
        }
    }

    @Property(tries = 5_000)
    void aDeviceNeverLosesItsProtectedKindWithItsRecord(
            @ForAll("facts") DeviceFacts any,
            @ForAll("told") List<ManagedDevice> records,
            @ForAll("told") List<ManagedDevice> earlier) {
        DeviceFacts facts = withId(any);
        DeviceFacts before = new DeviceFacts(
                        facts.entra(), records, facts.autopilot(), facts.removals(), facts.disabledByPortal())
                .withFormer(earlier.stream()
                        .map(record -> new FormerRecord(record, null))
                        .toList());
        DeviceFacts after = new DeviceFacts(
                        facts.entra(), List.of(), facts.autopilot(), facts.removals(), facts.disabledByPortal())
                .withFormer(Stream.concat(
                                records.stream().map(before::filled),
                                earlier.stream()
                                        .filter(record -> records.stream()
                                                .noneMatch(now -> now.intuneId().equals(record.intuneId()))))
                        .map(record -> new FormerRecord(record, null))
                        .toList());

        if (Judge.kindOf(before, RULES).leftOut()) {
            assertThat(Judge.kindOf(after, RULES).leftOut()).isTrue();
            assertThat(judge(after)).isNotInstanceOf(Flagged.class);
        }
    }

    @Property(tries = 5_000)
    void aDeviceWhoseRecordIsStillThereWithoutADeviceIdIsNeverSuggested(
            @ForAll("facts") DeviceFacts facts, @ForAll("told") List<ManagedDevice> earlier) {
        DeviceFacts lost = facts.withFormer(earlier.stream()
                .map(record -> new FormerRecord(record, new FormerRecord.Moved("", null, "managed", false)))
                .toList());

        assertThat(earlier.isEmpty() || !(judge(lost) instanceof Flagged)).isTrue();
    }

    /** Records of the device that say, or do not, what kind it is. */
    @Provide
    Arbitrary<List<ManagedDevice>> told() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(
                                        "windowsBulkUserless",
                                        "appleBulkWithoutUser",
                                        "androidEnterpriseDedicatedDevice",
                                        "windowsAzureADJoin",
                                        "unknown")
                                .injectNull(0.3),
                        Arbitraries.of("Android", "Windows").injectNull(0.3),
                        Arbitraries.of("Yealink", "Contoso").injectNull(0.3),
                        Arbitraries.of("VP59", "Cloud PC Enterprise", "Laptop 5")
                                .injectNull(0.3))
                .as((number, enrollment, system, maker, model) -> new ManagedDevice(
                        new UUID(9, number),
                        DEVICE_ID,
                        "",
                        null,
                        null,
                        null,
                        null,
                        system,
                        null,
                        maker,
                        model,
                        "managed",
                        null,
                        enrollment,
                        null,
                        daysAgo(1),
                        null))
                .list()
                .uniqueElements(ManagedDevice::intuneId)
                .ofMaxSize(3);
    }

    @Property(tries = 5_000)
    void whatAStrangersRecordsAndEventsSayChangesNothing(@ForAll("facts") DeviceFacts facts) {
        DeviceFacts alone = new DeviceFacts(facts.entra(), List.of(), null, List.of(), facts.disabledByPortal());
        DeviceFacts amongStrangers = new DeviceFacts(
                facts.entra(),
                List.of(record(STRANGER, "managed", daysAgo(1)), record(null, "managed", daysAgo(1))),
                null,
                List.of(new RemovalEvent(
                        RemovalEvent.Kind.WIPE,
                        RemovalEvent.Source.AUDIT,
                        daysAgo(2),
                        "helpdesk",
                        true,
                        "Success",
                        STRANGER,
                        INTUNE_ID,
                        "LAPTOP-1")),
                facts.disabledByPortal());

        assertThat(judge(amongStrangers)).isEqualTo(judge(alone));
    }

    @Provide
    Arbitrary<DeviceFacts> facts() {
        Arbitrary<List<ManagedDevice>> records = Combinators.combine(
                        Arbitraries.of(DEVICE_ID, STRANGER).injectNull(0.2),
                        Arbitraries.of("managed", "wipePending", "retireIssued", "")
                                .injectNull(0.2),
                        times())
                .as(JudgePropertyTest::record)
                .list()
                .ofMaxSize(3);
        Arbitrary<List<RemovalEvent>> removals = Combinators.combine(
                        Arbitraries.of(RemovalEvent.Kind.class),
                        knownTimes(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(DEVICE_ID, STRANGER).injectNull(0.2))
                .as((kind, at, success, device) -> new RemovalEvent(
                        kind, RemovalEvent.Source.AUDIT, at, null, success, null, device, INTUNE_ID, null))
                .list()
                .ofMaxSize(3);
        Arbitrary<AutopilotIdentity> autopilot = Arbitraries.of(
                        new AutopilotIdentity(STRANGER, DEVICE_ID, INTUNE_ID, "SN-1", null, null, null, null, null),
                        new AutopilotIdentity(STRANGER, DEVICE_ID, null, null, null, null, null, null, null))
                .injectNull(0.5);
        return Combinators.combine(entra(), records, autopilot, removals, times())
                .as(DeviceFacts::new);
    }

    @Provide
    Arbitrary<Instant> blanks() {
        return Arbitraries.of(Instant.parse("0001-01-01T00:00:00Z"), NOW.plus(Duration.ofSeconds(1)))
                .injectNull(0.3);
    }

    private static Arbitrary<EntraDevice> entra() {
        var ids = Arbitraries.of(DEVICE_ID, DEVICE_ID, DEVICE_ID).injectNull(0.2);
        var flags = Arbitraries.of(true, false).injectNull(0.2);
        var trust = Arbitraries.of("AzureAd", "Workplace", "ServerAd", "").injectNull(0.2);
        var profile = Arbitraries.of("RegisteredDevice", "Printer", "SecureVM", "IoT", "Shared", "")
                .injectNull(0.2);
        var system = Arbitraries.of("Windows", "iOS", "Android", "MacMDM", "").injectNull(0.2);
        var mdm = Arbitraries.of(INTUNE, "7add3ecd-5b01-452e-b4bf-cdaf9df1d097", "")
                .injectNull(0.2);
        return Combinators.combine(ids, flags, flags, trust, profile, system, mdm, times())
                .as(JudgePropertyTest::entra);
    }

    private static EntraDevice entra(
            @Nullable UUID deviceId,
            @Nullable Boolean enabled,
            @Nullable Boolean managed,
            @Nullable String trust,
            @Nullable String profile,
            @Nullable String system,
            @Nullable String mdm,
            @Nullable Instant lastSignIn) {
        return new EntraDevice(
                OBJECT_ID,
                deviceId,
                "",
                enabled,
                system,
                null,
                trust,
                profile,
                null,
                null,
                null,
                managed,
                null,
                mdm,
                null,
                null,
                null,
                List.of(),
                lastSignIn,
                daysAgo(400),
                null,
                null);
    }

    private static Arbitrary<Instant> times() {
        return knownTimes().injectNull(0.2);
    }

    /** At each boundary, one second to both sides, never, and in the future. */
    private static Arbitrary<Instant> knownTimes() {
        var near = Combinators.combine(
                        Arbitraries.of(0L, 1L, 20L, 21L, 22L, 30L, 89L, 90L, 91L, 365L), Arbitraries.of(-1L, 0L, 1L))
                .as((days, seconds) -> daysAgo(days).plusSeconds(seconds));
        return Arbitraries.oneOf(near, near, Arbitraries.of(Instant.parse("0001-01-01T00:00:00Z")));
    }

    private static ManagedDevice record(@Nullable UUID deviceId, @Nullable String state, @Nullable Instant lastSync) {
        return new ManagedDevice(
                INTUNE_ID,
                deviceId,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                state,
                null,
                null,
                null,
                lastSync,
                daysAgo(400));
    }

    private static ManagedDevice withSync(ManagedDevice record, @Nullable Instant lastSync) {
        return record(record.entraDeviceId(), record.managementState(), lastSync);
    }

    private static EntraDevice withSignIn(EntraDevice device, @Nullable Instant lastSignIn) {
        return entra(
                device.deviceId(),
                device.accountEnabled(),
                device.managed(),
                device.trustType(),
                device.profileType(),
                device.operatingSystem(),
                device.mdmAppId(),
                lastSignIn);
    }

    private static DeviceFacts withId(DeviceFacts facts) {
        EntraDevice entra = facts.entra();
        EntraDevice known = entra(
                DEVICE_ID,
                entra.accountEnabled(),
                entra.managed(),
                entra.trustType(),
                entra.profileType(),
                entra.operatingSystem(),
                entra.mdmAppId(),
                entra.lastSignIn());
        return new DeviceFacts(known, facts.managed(), facts.autopilot(), facts.removals(), facts.disabledByPortal());
    }

    private static Judgement judge(DeviceFacts facts) {
        return Judge.judge(facts, RULES, NOW);
    }

    private static boolean isReadyToDelete(Judgement judgement) {
        return judgement instanceof Flagged flagged && flagged.situation() == Situation.READY_TO_DELETE;
    }

    private static Set<Situation> situation(DeviceFacts facts) {
        return judge(facts) instanceof Flagged flagged ? Set.of(flagged.situation()) : Set.of();
    }
}
