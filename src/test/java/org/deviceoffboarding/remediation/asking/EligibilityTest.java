package org.deviceoffboarding.remediation.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.OBJECT_ID;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.keys.DeviceKeys;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EligibilityTest {

    private static final DeviceKeys KNOWN = keys(2, true);

    private final Eligibility eligibility = new Eligibility(JudgingRules.defaults(), NOW);

    /** A device, what is wanted, and what must be said of it: nothing where it may be asked for. */
    private record Case(String device, Action action, ActionCandidate candidate, String said) {
        @Override
        public String toString() {
            return action.label() + " " + device + ": " + (said.isEmpty() ? "yes" : said);
        }
    }

    @ParameterizedTest
    @MethodSource({"disabling", "enabling", "deleting", "restoring"})
    void saysWhetherAnActionMayBeAskedFor(Case line) {
        String refusal = eligibility.refusal(line.action(), line.candidate());

        if (line.said().isEmpty()) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).contains(line.said());
        }
    }

    @Test
    void aDeviceInAnOpenRequestIsInNoSecondOne() {
        ActionCandidate busy = new ActionCandidate(
                wiped().facts(), flagged(), List.of(), null, null, null, KNOWN, OptionalLong.of(12));

        for (Action action : Action.values()) {
            assertThat(eligibility.refusal(action, busy)).contains("request 12, which has not ended yet");
        }
    }

    private static Stream<Case> disabling() {
        return Stream.of(
                of("a flagged one", Action.DISABLE, candidate(wiped(), flagged()), ""),
                of("one that is not flagged", Action.DISABLE, candidate(wiped(), null), "not flagged"),
                of("an unknown one", Action.DISABLE, candidate(null, null), "not flagged"),
                of("one that the inventory lacks", Action.DISABLE, candidate(null, flagged()), "not flagged"),
                of(
                        "a hybrid one",
                        Action.DISABLE,
                        candidate(wiped(), flagged(Kind.HYBRID)),
                        "on-premises Active Directory"),
                of("an Autopilot one", Action.DISABLE, candidate(wiped(), flagged(Kind.AUTOPILOT)), ""),
                of("a co-managed one", Action.DISABLE, candidate(wiped(), flagged(Kind.CO_MANAGED)), ""),
                of("a printer that was opted in", Action.DISABLE, candidate(wiped(), flagged(Kind.PRINTER)), ""),
                of("one without known keys", Action.DISABLE, withKeys(wiped(), flagged(), null), ""),
                of("an exception", Action.DISABLE, excepted(wiped(), flagged()), "legal hold"),
                of("one that others disabled", Action.DISABLE, candidate(wiped().isEnabled(false), flagged()), ""),
                of("one disabled here", Action.DISABLE, disabled(3, flagged()), "This portal disabled it already"),
                of(
                        "one that was taken over",
                        Action.DISABLE,
                        takenOver(),
                        "It is disabled already, and was taken over on"),
                of("one that left the queue", Action.DISABLE, left(3, flagged()), ""),
                of("one to delete", Action.DISABLE, disabled(31, readyToDelete()), "delete it instead"));
    }

    private static Stream<Case> enabling() {
        return Stream.of(
                of("one disabled here", Action.ENABLE, disabled(3, null), ""),
                of("one that left the queue", Action.ENABLE, left(3, null), ""),
                of(
                        "one that others disabled",
                        Action.ENABLE,
                        candidate(wiped().isEnabled(false), flagged()),
                        "did not disable it"),
                of("one that was taken over", Action.ENABLE, takenOver(), "theirs to enable"),
                of("one enabled again here", Action.ENABLE, enabledAgain(), "This portal enabled it again on "),
                of("one enabled again here", Action.ENABLE, enabledAgain(), "(request 9)."),
                of("one that a run found enabled", Action.ENABLE, foundEnabled(), "nothing to take back"),
                of("an exception", Action.ENABLE, exceptedButDisabled(), ""),
                of("one that is gone", Action.ENABLE, gone(), "no longer in Entra"));
    }

    private static Stream<Case> deleting() {
        return Stream.of(
                of("one whose grace period is over", Action.DELETE, disabled(31, readyToDelete()), ""),
                of("one in its grace period", Action.DELETE, disabled(29, readyToDelete()), "grace period"),
                of("one enabled again here", Action.DELETE, enabledAgain(), "This portal enabled it again on "),
                of("one that was only flagged", Action.DELETE, candidate(wiped(), flagged()), "did not disable it"),
                of("one not ready in the newest run", Action.DELETE, disabled(31, flagged()), "Run again"),
                of("one without finding", Action.DELETE, disabled(31, null), "Run again"),
                of("an exception", Action.DELETE, excepted(wiped(), readyToDelete()), "legal hold"),
                of(
                        "a hybrid one",
                        Action.DELETE,
                        disabled(31, readyToDelete(Kind.HYBRID)),
                        "on-premises Active Directory"),
                of("a co-managed one", Action.DELETE, disabled(31, readyToDelete(Kind.CO_MANAGED)), ""),
                of(
                        "a co-managed one whose keys were never checked",
                        Action.DELETE,
                        disabled(31, readyToDelete(Kind.CO_MANAGED), null),
                        "Check keys"),
                of(
                        "one whose keys were never checked",
                        Action.DELETE,
                        disabled(31, readyToDelete(), null),
                        "Check keys"),
                of(
                        "one whose keys are unclear",
                        Action.DELETE,
                        disabled(31, readyToDelete(), keys(null, true)),
                        "Check keys"),
                of("one that has no keys", Action.DELETE, disabled(31, readyToDelete(), keys(0, false)), ""),
                of("one that is gone", Action.DELETE, gone(), "no longer in Entra"));
    }

    private static Stream<Case> restoring() {
        return Stream.of(
                of("one deleted here", Action.RESTORE, deleted(10, true, false), ""),
                of("one on its last day", Action.RESTORE, deleted(29, true, false), ""),
                of("one after 30 days", Action.RESTORE, deleted(30, true, false), "keeps devices for 30 days only"),
                of("a printer", Action.RESTORE, deleted(1, false, false), "Its deletion was final"),
                of("one restored already", Action.RESTORE, deleted(10, true, true), "restored already"),
                of("one that others deleted", Action.RESTORE, candidate(null, null), "did not delete it"));
    }

    private static Case of(String device, Action action, ActionCandidate candidate, String said) {
        return new Case(device, action, candidate, said);
    }

    private static ADevice wiped() {
        return that().signedIn(daysAgo(50)).was(RemovalEvent.Kind.WIPE, daysAgo(10));
    }

    private static ActionCandidate candidate(@Nullable ADevice device, @Nullable Finding finding) {
        return new ActionCandidate(
                device == null ? null : device.facts(),
                finding,
                List.of(),
                null,
                null,
                null,
                KNOWN,
                OptionalLong.empty());
    }

    private static ActionCandidate withKeys(ADevice device, Finding finding, @Nullable DeviceKeys keys) {
        return new ActionCandidate(device.facts(), finding, List.of(), null, null, null, keys, OptionalLong.empty());
    }

    private static ActionCandidate excepted(ADevice device, Finding finding) {
        return new ActionCandidate(
                device.facts(),
                finding,
                List.of("Exception: legal hold."),
                null,
                null,
                null,
                KNOWN,
                OptionalLong.empty());
    }

    private static ActionCandidate exceptedButDisabled() {
        return new ActionCandidate(
                wiped().wasDisabledByPortal(daysAgo(3)).facts(),
                null,
                List.of("Exception: legal hold."),
                inQueue(daysAgo(3), null),
                null,
                null,
                null,
                OptionalLong.empty());
    }

    private static ActionCandidate disabled(long days, @Nullable Finding finding) {
        return disabled(days, finding, KNOWN);
    }

    private static ActionCandidate disabled(long days, @Nullable Finding finding, @Nullable DeviceKeys keys) {
        return new ActionCandidate(
                wiped().wasDisabledByPortal(daysAgo(days)).facts(),
                finding,
                List.of(),
                inQueue(daysAgo(days), null),
                null,
                null,
                keys,
                OptionalLong.empty());
    }

    private static ActionCandidate left(long days, @Nullable Finding finding) {
        return new ActionCandidate(
                wiped().isEnabled(false).facts(),
                finding,
                List.of(),
                inQueue(daysAgo(days), daysAgo(1)),
                null,
                null,
                KNOWN,
                OptionalLong.empty());
    }

    private static ActionCandidate gone() {
        return new ActionCandidate(
                null, null, List.of(), inQueue(daysAgo(3), null), null, null, KNOWN, OptionalLong.empty());
    }

    private static ActionCandidate deleted(long days, boolean restorable, boolean restored) {
        DeletedDevice deleted = new DeletedDevice(
                OBJECT_ID,
                null,
                "LAPTOP-1",
                null,
                Platform.WINDOWS,
                "AzureAd",
                restorable,
                NOW.minus(Duration.ofDays(days)),
                "approver@contoso.example",
                1,
                false,
                restored ? NOW : null);
        return new ActionCandidate(null, null, List.of(), null, deleted, null, null, OptionalLong.empty());
    }

    private static ActionCandidate takenOver() {
        DisabledDevice theirs = new DisabledDevice(
                OBJECT_ID, "LAPTOP-1", Platform.WINDOWS, "approver@contoso.example", true, daysAgo(3), null, null);
        return new ActionCandidate(
                wiped().isEnabled(false).facts(),
                flagged(),
                List.of(),
                theirs,
                null,
                null,
                KNOWN,
                OptionalLong.empty());
    }

    private static DisabledDevice inQueue(Instant since, @Nullable Instant leftAt) {
        return new DisabledDevice(
                OBJECT_ID,
                "LAPTOP-1",
                Platform.WINDOWS,
                "approver@contoso.example",
                false,
                since,
                leftAt,
                leftAt == null ? null : "It was heard of.");
    }

    private static Finding flagged() {
        return flagged(Kind.ORDINARY);
    }

    private static Finding flagged(Kind kind) {
        return finding(kind, Situation.REMOVED_FROM_INTUNE);
    }

    private static Finding readyToDelete() {
        return readyToDelete(Kind.ORDINARY);
    }

    private static Finding readyToDelete(Kind kind) {
        return finding(kind, Situation.READY_TO_DELETE);
    }

    private static Finding finding(Kind kind, Situation situation) {
        return new Finding(
                1,
                OBJECT_ID,
                null,
                null,
                "LAPTOP-1",
                null,
                null,
                Platform.WINDOWS,
                Ownership.CORPORATE,
                "AzureAd",
                kind,
                situation,
                LinkState.REMOVED,
                true,
                false,
                null,
                null,
                RemovalEvent.Kind.WIPE,
                daysAgo(10),
                "helpdesk@contoso.example",
                List.of("Wiped."),
                null,
                null,
                null,
                null);
    }

    private static ActionCandidate enabledAgain() {
        Instant at = daysAgo(1);
        return new ActionCandidate(
                wiped().facts(),
                flagged(),
                List.of(),
                null,
                null,
                new VerifiedChange(OBJECT_ID, VerifiedChange.Kind.ENABLED, at, at, 9),
                KNOWN,
                OptionalLong.empty());
    }

    /** It left the queue for that. */
    private static ActionCandidate foundEnabled() {
        return new ActionCandidate(
                wiped().facts(),
                flagged(),
                List.of(),
                inQueue(daysAgo(3), daysAgo(1)),
                null,
                null,
                KNOWN,
                OptionalLong.empty());
    }

    private static DeviceKeys keys(@Nullable Integer bitlocker, @Nullable Boolean laps) {
        return new DeviceKeys(
                OBJECT_ID,
                bitlocker,
                null,
                List.of(),
                laps,
                null,
                NOW,
                bitlocker == null || laps == null ? "No clear answer." : null);
    }
}
