package org.deviceoffboarding.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.DELETE;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.GONE;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.HIDDEN;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.RETIRE;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.DEVICE_ID;
import static org.deviceoffboarding.judging.ADevice.INTUNE;
import static org.deviceoffboarding.judging.ADevice.INTUNE_ID;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.OBJECT_ID;
import static org.deviceoffboarding.judging.ADevice.STRANGER;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {

    private static final JudgingRules RULES = JudgingRules.defaults();
    private static final Instant YEAR_ONE = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    /** One line of the table: a device, and what must be said of it in short. */
    private record Case(String device, ADevice facts, JudgingRules rules, String judgement) {
        @Override
        public String toString() {
            return device + ": " + judgement;
        }
    }

    @ParameterizedTest
    @MethodSource({"links", "removals", "silences", "kinds", "autopilot", "leftOut"})
    void judgesAsTheTableSays(Case line) {
        assertThat(inShort(Judge.judge(line.facts().facts(), line.rules(), NOW)))
                .isEqualTo(line.judgement());
    }

    private static Stream<Case> links() {
        return Stream.of(
                of("in Intune", that().isInIntune(), "well HEALTHY"),
                of("in Intune and claimed", that().isInIntune().isManaged(true, INTUNE), "well HEALTHY"),
                of("nobody's", that(), "well UNCLAIMED"),
                of("claimed", that().isManaged(true, null), "BROKEN_LINK ORDINARY BROKEN"),
                of("claimed, blank MDM", that().isManaged(true, " "), "BROKEN_LINK ORDINARY BROKEN"),
                of("claimed, zero MDM", that().isManaged(true, zeros()), "BROKEN_LINK ORDINARY BROKEN"),
                of("claimed by Intune's ID", that().isManaged(null, INTUNE), "BROKEN_LINK ORDINARY BROKEN"),
                of("Intune's ID, not managed", that().isManaged(false, INTUNE), "BROKEN_LINK ORDINARY BROKEN"),
                of("upper-case MDM", that().isManaged(true, INTUNE.toUpperCase()), "BROKEN_LINK ORDINARY BROKEN"),
                of("not managed", that().isManaged(false, null), "well UNCLAIMED"),
                of(
                        "record of its object ID only",
                        that().isManaged(true, INTUNE).hasRecord(OBJECT_ID, "managed", daysAgo(1), null, null),
                        "BROKEN_LINK ORDINARY BROKEN"),
                of(
                        "record of another device",
                        that().isManaged(true, INTUNE).hasRecord(STRANGER, "managed", daysAgo(1), null, null),
                        "BROKEN_LINK ORDINARY BROKEN"),
                of(
                        "record without a device ID",
                        that().isManaged(true, INTUNE).hasRecord(null, "managed", daysAgo(1), null, null),
                        "BROKEN_LINK ORDINARY BROKEN"),
                of("re-enrolled after a wipe", that().isInIntune().was(WIPE, daysAgo(3)), "well HEALTHY"),
                of("retire failed", that().hasRecord("retireFailed", daysAgo(1)), "well HEALTHY"),
                of("wipe cancelled", that().hasRecord("wipeCanceled", daysAgo(1)), "well HEALTHY"),
                of("disabled, claimed", that().isEnabled(false).isManaged(true, null), "BROKEN_LINK ORDINARY BROKEN"));
    }

    private static Stream<Case> removals() {
        return Stream.of(
                of("wiped", that().was(WIPE, daysAgo(3)), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("retired", that().was(RETIRE, daysAgo(3)), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("deleted", that().was(DELETE, daysAgo(3)), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("gone", that().was(GONE, daysAgo(3)), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("wiped this moment", that().was(WIPE, NOW), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("wiped, still claimed", wiped().isManaged(true, INTUNE), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("wiped, disabled by someone", wiped().isEnabled(false), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("wiped exactly 30 days ago", that().was(WIPE, daysAgo(30)), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("wiped a moment earlier", that().was(WIPE, daysAgo(30).minusNanos(1)), "well UNCLAIMED"),
                of(
                        "wiped too long ago, claimed",
                        that().was(WIPE, daysAgo(31)).isManaged(true, null),
                        "BROKEN_LINK ORDINARY BROKEN"),
                with(
                        "wiped 31 days ago, longer look-back",
                        that().was(WIPE, daysAgo(31)),
                        RULES.withLookBack(Duration.ofDays(60)),
                        "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("wipe failed", that().was(WIPE, daysAgo(3), false, DEVICE_ID), "well UNCLAIMED"),
                of(
                        "wipe failed, claimed",
                        that().was(WIPE, daysAgo(3), false, DEVICE_ID).isManaged(true, null),
                        "BROKEN_LINK ORDINARY BROKEN"),
                of(
                        "wipe failed, then deleted",
                        that().was(WIPE, daysAgo(3), false, DEVICE_ID).was(DELETE, daysAgo(2)),
                        "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of(
                        "known by its Intune ID",
                        that().was(RETIRE, daysAgo(3), true, null),
                        "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("another's wipe", that().was(WIPE, daysAgo(3), true, STRANGER), "well UNCLAIMED"),
                of("wiped in the future", that().was(WIPE, TOMORROW), "well UNCLAIMED"),
                of("wiped in the year 1", that().was(WIPE, YEAR_ONE), "well UNCLAIMED"),
                of("hidden", that().was(HIDDEN, daysAgo(3)), "BROKEN_LINK ORDINARY BROKEN"),
                of(
                        "hidden and gone",
                        that().was(HIDDEN, daysAgo(3)).was(GONE, daysAgo(1)),
                        "BROKEN_LINK ORDINARY BROKEN"),
                of("retired, then hidden", retired().was(HIDDEN, daysAgo(1)), "BROKEN_LINK ORDINARY BROKEN"),
                of(
                        "hidden, then deleted",
                        that().was(HIDDEN, daysAgo(9)).was(DELETE, daysAgo(1)),
                        "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of(
                        "wiped and hidden at once",
                        that().was(HIDDEN, daysAgo(3)).was(WIPE, daysAgo(3)),
                        "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("hidden, shown again", that().isInIntune().was(HIDDEN, daysAgo(3)), "well HEALTHY"));
    }

    private static Stream<Case> silences() {
        return Stream.of(
                of("silent in both", silent(), "SILENT_EVERYWHERE ORDINARY HEALTHY"),
                of("synced exactly 90 days ago", record(daysAgo(90)).signedIn(daysAgo(200)), "well HEALTHY"),
                of("signed in exactly 90 days ago", record(daysAgo(200)).signedIn(daysAgo(90)), "well HEALTHY"),
                of(
                        "both a moment older",
                        record(daysAgo(90).minusNanos(1)).signedIn(daysAgo(90).minusNanos(1)),
                        "SILENT_EVERYWHERE ORDINARY HEALTHY"),
                of("only Intune silent", record(daysAgo(200)), "well HEALTHY"),
                of("only Entra silent", that().isInIntune().signedIn(daysAgo(200)), "well HEALTHY"),
                of("no sync known", record(null).signedIn(daysAgo(200)), "well HEALTHY"),
                of("synced in the year 1", record(YEAR_ONE).signedIn(daysAgo(200)), "well HEALTHY"),
                of("synced in the future", record(TOMORROW).signedIn(daysAgo(200)), "well HEALTHY"),
                of("no sign-in known", record(daysAgo(200)).signedIn(null), "well HEALTHY"),
                of("three records, all silent", silent(3), "SILENT_EVERYWHERE ORDINARY HEALTHY"),
                of("three records, one alive", silent(2).isInIntune(), "well HEALTHY"),
                of("three records, one unknown", silent(2).hasRecord("managed", null), "well HEALTHY"),
                with(
                        "silent for 40 days, shorter threshold",
                        record(daysAgo(40)).signedIn(daysAgo(40)),
                        RULES.withSilentAfter(Duration.ofDays(30)),
                        "SILENT_EVERYWHERE ORDINARY HEALTHY"),
                with("situation off", silent(), without(Situation.SILENT_EVERYWHERE), "well HEALTHY"),
                of("unmanaged", that().signedIn(daysAgo(91)), "SILENT_AND_UNMANAGED ORDINARY UNCLAIMED"),
                of("unmanaged, exactly 90 days", that().signedIn(daysAgo(90)), "well UNCLAIMED"),
                of("unmanaged, blank", that().signedIn(null), "well UNCLAIMED"),
                of("unmanaged, year 1", that().signedIn(YEAR_ONE), "well UNCLAIMED"),
                of("unmanaged, future", that().signedIn(TOMORROW), "well UNCLAIMED"),
                of("unmanaged, 20 days", that().signedIn(daysAgo(20)), "well UNCLAIMED"),
                of("unmanaged, 21 days", that().signedIn(daysAgo(21)), "well UNCLAIMED"),
                of("unmanaged, 22 days", that().signedIn(daysAgo(22)), "well UNCLAIMED"),
                of("removed and silent", wiped().signedIn(daysAgo(200)), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("removed, never signed in", wiped().signedIn(null), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of(
                        "broken and silent",
                        that().isManaged(true, null).signedIn(daysAgo(200)),
                        "BROKEN_LINK ORDINARY BROKEN"));
    }

    private static Stream<Case> kinds() {
        return Stream.of(
                of("hybrid", wiped().isJoined("ServerAd"), "REMOVED_FROM_INTUNE HYBRID REMOVED"),
                of("synchronised", wiped().isSyncedFromPremises(), "REMOVED_FROM_INTUNE HYBRID REMOVED"),
                of(
                        "hybrid before printer",
                        wiped().isJoined("ServerAd").hasProfile("Printer"),
                        "REMOVED_FROM_INTUNE HYBRID REMOVED"),
                of(
                        "hybrid before Autopilot",
                        wiped().isJoined("ServerAd").hasPhysicalId("[ZTDID]:1"),
                        "REMOVED_FROM_INTUNE HYBRID REMOVED"),
                of("printer", wiped().hasProfile("Printer"), "left out KIND REMOVED_FROM_INTUNE"),
                of("secure VM", wiped().hasProfile("SecureVM"), "left out KIND REMOVED_FROM_INTUNE"),
                of("IoT", wiped().hasProfile("IoT"), "left out KIND REMOVED_FROM_INTUNE"),
                of("shared", wiped().hasProfile("Shared"), "left out KIND REMOVED_FROM_INTUNE"),
                of("printer that is well", that().hasProfile("Printer"), "well UNCLAIMED"),
                of(
                        "kiosk",
                        that().signedIn(daysAgo(200))
                                .hasRecord(DEVICE_ID, "managed", daysAgo(200), "windowsBulkUserless", "Kiosk"),
                        "left out KIND SILENT_EVERYWHERE"),
                of("Cloud PC", wiped().isMade("Microsoft", "Cloud PC 2vCPU/8GB"), "left out KIND REMOVED_FROM_INTUNE"),
                of(
                        "Cloud PC by Intune's model",
                        that().signedIn(daysAgo(200))
                                .hasRecord(DEVICE_ID, "managed", daysAgo(200), "unknown", "Cloud PC 4vCPU"),
                        "left out KIND SILENT_EVERYWHERE"),
                of("Teams phone", phone("Yealink", "MP56"), "left out KIND REMOVED_FROM_INTUNE"),
                of("Teams phone in capitals", phone("POLY", "CCX 600"), "left out KIND REMOVED_FROM_INTUNE"),
                of("ThinkSmart", phone("LENOVO", "ThinkSmart View"), "left out KIND REMOVED_FROM_INTUNE"),
                of("another Lenovo", phone("LENOVO", "Tab M10"), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("Polytron", phone("Polytron", "Rocket"), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("no maker", phone(null, null), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of("Windows by Yealink", wiped().isMade("Yealink", "X"), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                with(
                        "phone on the owner's list",
                        phone("Fabrikam", "One"),
                        RULES.withTeamsPhones(List.of("Fabrikam One")),
                        "left out KIND REMOVED_FROM_INTUNE"),
                with(
                        "printer opted in",
                        wiped().hasProfile("Printer"),
                        RULES.withOptedIn(Set.of(Kind.PRINTER)),
                        "REMOVED_FROM_INTUNE PRINTER REMOVED"),
                with(
                        "IoT is not opted in by that",
                        wiped().hasProfile("IoT"),
                        RULES.withOptedIn(Set.of(Kind.PRINTER)),
                        "left out KIND REMOVED_FROM_INTUNE"));
    }

    private static Stream<Case> autopilot() {
        return Stream.of(
                of("registered, removed", wiped().isRegistered(INTUNE_ID), "AUTOPILOT_LEFTOVER AUTOPILOT REMOVED"),
                of("ZTDID only, removed", wiped().hasPhysicalId("[ZTDID]:1"), "REMOVED_FROM_INTUNE AUTOPILOT REMOVED"),
                of("ZTDId, removed", wiped().hasPhysicalId("[ZTDId]:1"), "REMOVED_FROM_INTUNE AUTOPILOT REMOVED"),
                of("group tag only", wiped().hasPhysicalId("[OrderID]:Sales"), "REMOVED_FROM_INTUNE ORDINARY REMOVED"),
                of(
                        "registered, broken",
                        that().isRegistered(INTUNE_ID).isManaged(true, null),
                        "BROKEN_LINK AUTOPILOT BROKEN"),
                of("registered, in Intune", that().isInIntune().isRegistered(INTUNE_ID), "well HEALTHY"),
                of(
                        "never deployed",
                        that().isRegistered(null).signedIn(null),
                        "left out AUTOPILOT_NEVER_DEPLOYED SILENT_AND_UNMANAGED"),
                of(
                        "never deployed, year 1",
                        that().hasPhysicalId("[ZTDID]:1").signedIn(YEAR_ONE),
                        "left out AUTOPILOT_NEVER_DEPLOYED SILENT_AND_UNMANAGED"),
                of("was in Intune once", that().isRegistered(INTUNE_ID).signedIn(null), "well UNCLAIMED"),
                of("signed in once", that().isRegistered(null), "well UNCLAIMED"),
                of(
                        "hybrid with an identity, removed",
                        wiped().isJoined("ServerAd").isRegistered(INTUNE_ID),
                        "AUTOPILOT_LEFTOVER HYBRID REMOVED"),
                with(
                        "leftover switched off",
                        wiped().isRegistered(INTUNE_ID),
                        without(Situation.AUTOPILOT_LEFTOVER),
                        "REMOVED_FROM_INTUNE AUTOPILOT REMOVED"));
    }

    private static Stream<Case> leftOut() {
        return Stream.of(
                of("retire pending", leaving("retirePending"), "left out LEAVING REMOVED_FROM_INTUNE"),
                of("retire issued", leaving("retireIssued"), "left out LEAVING REMOVED_FROM_INTUNE"),
                of("wipe pending", leaving("wipePending"), "left out LEAVING REMOVED_FROM_INTUNE"),
                of("wipe issued", leaving("WipeIssued"), "left out LEAVING REMOVED_FROM_INTUNE"),
                of("delete pending", leaving("deletePending"), "left out LEAVING REMOVED_FROM_INTUNE"),
                of(
                        "leaving and silent",
                        that().hasRecord("wipePending", daysAgo(200)).signedIn(daysAgo(200)),
                        "left out LEAVING SILENT_EVERYWHERE"),
                of("one of two leaving", leaving("wipePending").isInIntune(), "well HEALTHY"),
                of("no device ID, claimed", noId().isManaged(true, null), "left out NO_DEVICE_ID BROKEN_LINK"),
                of("no device ID, silent", noId().signedIn(daysAgo(91)), "left out NO_DEVICE_ID SILENT_AND_UNMANAGED"),
                of("no device ID, alive", noId(), "well UNCLAIMED"),
                of(
                        "no device ID, record without one",
                        noId().isManaged(true, null).hasRecord(null, "managed", daysAgo(1), null, null),
                        "left out NO_DEVICE_ID BROKEN_LINK"),
                of("no device ID, a wipe without one", noId().was(WIPE, daysAgo(3), true, null), "well UNCLAIMED"),
                of("other MDM, managed", that().isManaged(true, OTHER), "left out OTHER_MDM BROKEN_LINK"),
                of("other MDM, not managed", that().isManaged(false, OTHER), "well UNCLAIMED"),
                of("other MDM, removed", wiped().isManaged(true, OTHER), "left out OTHER_MDM REMOVED_FROM_INTUNE"),
                of(
                        "other MDM, silent",
                        that().isManaged(null, OTHER).signedIn(daysAgo(91)),
                        "left out OTHER_MDM SILENT_AND_UNMANAGED"),
                of("other MDM, in Intune", that().isInIntune().isManaged(true, OTHER), "well HEALTHY"));
    }

    @Test
    void otherMdmIsNamed() {
        var facts = that().isManaged(true, OTHER).hasManagementType("jamf").facts();

        assertThat(((LeftOut) Judge.judge(facts, RULES, NOW)).detail()).contains(OTHER, "jamf");
    }

    private static final String OTHER = "7add3ecd-5b01-452e-b4bf-cdaf9df1d097";

    private static Case of(String device, ADevice facts, String judgement) {
        return new Case(device, facts, RULES, judgement);
    }

    private static Case with(String device, ADevice facts, JudgingRules rules, String judgement) {
        return new Case(device, facts, rules, judgement);
    }

    private static String inShort(Judgement judgement) {
        return switch (judgement) {
            case Flagged flagged -> flagged.situation() + " " + flagged.kind() + " " + flagged.linkState();
            case LeftOut leftOut -> "left out " + leftOut.reason() + " " + leftOut.situation();
            case NotFlagged well -> "well " + well.linkState();
        };
    }

    private static ADevice wiped() {
        return that().was(WIPE, daysAgo(3));
    }

    private static ADevice retired() {
        return that().was(RETIRE, daysAgo(9));
    }

    private static ADevice record(@Nullable Instant lastSync) {
        return that().hasRecord("managed", lastSync);
    }

    private static ADevice silent() {
        return silent(1);
    }

    private static ADevice silent(int records) {
        ADevice device = that().signedIn(daysAgo(91));
        for (int i = 0; i < records; i++) {
            device.hasRecord("managed", daysAgo(100 + i));
        }
        return device;
    }

    private static ADevice leaving(String state) {
        return that().hasRecord(state, daysAgo(1));
    }

    private static ADevice noId() {
        return that().hasIds(OBJECT_ID, null);
    }

    private static ADevice phone(@Nullable String maker, @Nullable String model) {
        return wiped().runs("Android").isMade(maker, model);
    }

    private static JudgingRules without(Situation situation) {
        return RULES.withSituations(EnumSet.complementOf(EnumSet.of(situation)));
    }

    private static String zeros() {
        return "00000000-0000-0000-0000-000000000000";
    }
}
