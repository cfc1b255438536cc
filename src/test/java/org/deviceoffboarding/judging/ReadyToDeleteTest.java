package org.deviceoffboarding.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.DEVICE_ID;
import static org.deviceoffboarding.judging.ADevice.INTUNE;
import static org.deviceoffboarding.judging.ADevice.INTUNE_ID;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.OBJECT_ID;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyToDeleteTest {

    private static final JudgingRules RULES = JudgingRules.defaults();
    private static final Instant YEAR_ONE = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final String READY = "READY_TO_DELETE";
    private static final String WAITING = "left out GRACE_PERIOD";
    private static final String UNKNOWN = "left out UNKNOWN_ACTIVITY";

    private record Case(String device, ADevice facts, JudgingRules rules, String judgement) {
        @Override
        public String toString() {
            return device + ": " + judgement;
        }
    }

    @ParameterizedTest
    @MethodSource({"times", "signsOfLife", "kinds", "others"})
    void judgesAsTheTableSays(Case line) {
        assertThat(inShort(Judge.judge(line.facts().facts(), line.rules(), NOW)))
                .isEqualTo(line.judgement());
    }

    private static Stream<Case> times() {
        return Stream.of(
                of("disabled 31 days ago", disabled(31), READY),
                of("disabled exactly 30 days ago", disabled(30), WAITING),
                of(
                        "disabled a second more than 30 days ago",
                        disabledAt(daysAgo(30).minusSeconds(1)),
                        READY),
                of("disabled today", disabled(0), WAITING),
                of("disabled today and removed", disabled(0).was(WIPE, daysAgo(5)), WAITING),
                with("longer grace period", disabled(31), RULES.withGracePeriod(Duration.ofDays(60)), WAITING),
                with("shorter grace period", disabled(8), RULES.withGracePeriod(Duration.ofDays(7)), READY));
    }

    private static Stream<Case> signsOfLife() {
        return Stream.of(
                of("enabled again by somebody", disabled(31).isEnabled(true), "SILENT_AND_UNMANAGED"),
                of("not known whether enabled", disabled(31).isEnabled(null), "SILENT_AND_UNMANAGED"),
                of("signed in since", disabled(31).signedIn(daysAgo(30)), "well"),
                of("signed in just then", disabled(31).signedIn(daysAgo(31)), READY),
                of("signed in during its grace period", disabled(10).signedIn(daysAgo(2)), "well"),
                of("back in Intune", disabled(31).hasRecord("managed", daysAgo(2)), "well"),
                of("its record was silent since", disabled(31).hasRecord("managed", daysAgo(120)), READY),
                of(
                        "one record of two is alive",
                        disabled(31).hasRecord("managed", daysAgo(120)).isInIntune(),
                        "well"),
                of("blank sign-in", disabled(31).signedIn(null), UNKNOWN),
                of("sign-in of the year 1", disabled(31).signedIn(YEAR_ONE), UNKNOWN),
                of("sign-in in the future", disabled(31).signedIn(TOMORROW), UNKNOWN),
                of("blank sync", disabled(31).hasRecord("managed", null), UNKNOWN),
                of("blank sign-in during its grace period", disabled(10).signedIn(null), WAITING));
    }

    private static Stream<Case> kinds() {
        return Stream.of(
                of("hybrid", disabled(31).isJoined("ServerAd").was(WIPE, daysAgo(5)), "REMOVED_FROM_INTUNE"),
                of("registered with Autopilot", disabled(31).isRegistered(INTUNE_ID), "SILENT_AND_UNMANAGED"),
                of("ZTDID", disabled(31).hasPhysicalId("[ZTDID]:1"), "SILENT_AND_UNMANAGED"),
                of("printer", disabled(31).hasProfile("Printer"), "left out KIND"),
                with(
                        "printer opted in",
                        disabled(31).hasProfile("Printer"),
                        RULES.withOptedIn(Set.of(Kind.PRINTER)),
                        READY),
                of("without a device ID", disabled(31).hasIds(OBJECT_ID, null), "left out NO_DEVICE_ID"),
                of("managed by another MDM", disabled(31).isManaged(true, DEVICE_ID.toString()), "left out OTHER_MDM"),
                of("leaving Intune", disabled(31).hasRecord("wipePending", daysAgo(120)), "left out LEAVING"));
    }

    private static Stream<Case> others() {
        return Stream.of(
                of("removed as well", disabled(31).was(WIPE, daysAgo(40)), READY),
                of("broken as well", disabled(31).isManaged(true, INTUNE), READY),
                of("disabled by somebody else", that().isEnabled(false).signedIn(daysAgo(200)), "SILENT_AND_UNMANAGED"),
                with(
                        "situation off",
                        disabled(31),
                        RULES.withSituations(EnumSet.complementOf(EnumSet.of(Situation.READY_TO_DELETE))),
                        "SILENT_AND_UNMANAGED"));
    }

    @Test
    void theEvidenceSaysWhenThePortalDisabledItAndWhenItsGracePeriodEnded() {
        var judgement = (Flagged) Judge.judge(disabledAt(daysAgo(31)).facts(), RULES, NOW);

        assertThat(judgement.evidence().subList(0, 2))
                .containsExactly(
                        "This portal disabled it on 23 Oct 2026 09:00 UTC.",
                        "Its grace period of 30 days ended on 22 Nov 2026 09:00 UTC, and nothing was heard of it since.");
    }

    @Test
    void aDeviceThatWaitsSaysUntilWhen() {
        var judgement = (LeftOut) Judge.judge(disabled(10).facts(), RULES, NOW);

        assertThat(judgement.detail()).contains("13 Nov 2026", "ends on 13 Dec 2026");
    }

    private static Case of(String device, ADevice facts, String judgement) {
        return with(device, facts, RULES, judgement);
    }

    private static Case with(String device, ADevice facts, JudgingRules rules, String judgement) {
        return new Case(device, facts, rules, judgement);
    }

    private static String inShort(Judgement judgement) {
        return switch (judgement) {
            case Flagged flagged -> flagged.situation().name();
            case LeftOut leftOut -> "left out " + leftOut.reason();
            case NotFlagged _ -> "well";
        };
    }

    /** Silent for long before. */
    private static ADevice disabled(long daysAgo) {
        return disabledAt(daysAgo(daysAgo));
    }

    private static ADevice disabledAt(Instant at) {
        return that().signedIn(daysAgo(150)).wasDisabledByPortal(at);
    }
}
