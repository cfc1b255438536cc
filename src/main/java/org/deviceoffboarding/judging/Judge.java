package org.deviceoffboarding.judging;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.MdmApplication;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.jspecify.annotations.Nullable;

/**
 * Judges one device by what is known about it. The one place where a rule of the evaluation stands: the same facts,
 * rules and time always give the same judgement.
 */
public final class Judge {

    private static final List<Situation> SITUATIONS = List.of(Situation.values());

    private Judge() {}

    /**
     * Judges one device.
     *
     * @param now the time that ages are counted from: one for the whole run
     */
    public static Judgement judge(DeviceFacts facts, JudgingRules rules, Instant now) {
        IntuneLink link = IntuneLink.of(facts, rules, now);
        Activity activity = Activity.of(facts, link.records(), rules, now);
        Grace grace = Grace.of(facts, link, rules, now);
        Situation situation = situation(facts, link, activity, grace, rules);
        if (situation == null && isPlainlyWell(facts, link, grace)) {
            return new NotFlagged(link.state());
        }
        Kind kind = Kinds.of(facts, link.records(), rules);
        LeftOut leftOut = leftOut(facts, link, kind, grace, situation, rules);
        if (leftOut != null) {
            return leftOut;
        }
        return situation == null
                ? new NotFlagged(link.state())
                : new Flagged(
                        situation,
                        kind,
                        link.state(),
                        link.explanation(),
                        Evidence.of(facts, link, kind, activity, situation, rules, now));
    }

    /** Returns what kind of device it is, whatever situation it is in. */
    public static Kind kindOf(DeviceFacts facts, JudgingRules rules) {
        return Kinds.of(facts, IntuneLink.records(facts), rules);
    }

    /** Returns how the device and Intune hang together, whatever is said of it. */
    public static LinkState linkOf(DeviceFacts facts, JudgingRules rules, Instant now) {
        return IntuneLink.of(facts, rules, now).state();
    }

    /** Nearly all devices: no rule can speak against what no situation speaks for, so their kind need not be known. */
    private static boolean isPlainlyWell(DeviceFacts facts, IntuneLink link, Grace grace) {
        return grace == Grace.NONE && link.state() != LinkState.LEAVING && !neverDeployed(facts, link);
    }

    private static @Nullable Situation situation(
            DeviceFacts facts, IntuneLink link, Activity activity, Grace grace, JudgingRules rules) {
        for (Situation situation : SITUATIONS) {
            if (rules.situations().contains(situation) && holds(situation, facts, link, activity, grace)) {
                return situation;
            }
        }
        return rules.situations().contains(Situation.BROKEN_LINK) && isManagedByAnotherMdm(facts, link)
                ? Situation.BROKEN_LINK
                : null;
    }

    private static boolean holds(
            Situation situation, DeviceFacts facts, IntuneLink link, Activity activity, Grace grace) {
        return switch (situation) {
            case READY_TO_DELETE -> grace == Grace.OVER;
            case AUTOPILOT_LEFTOVER -> link.state() == LinkState.REMOVED && facts.autopilot() != null;
            case REMOVED_FROM_INTUNE -> link.state() == LinkState.REMOVED;
            case BROKEN_LINK -> link.state() == LinkState.BROKEN;
            case SILENT_EVERYWHERE -> activity.syncsSilent() && activity.signInSilent();
            case SILENT_AND_UNMANAGED -> link.state() == LinkState.UNCLAIMED && activity.signInSilent();
        };
    }

    /** Without the other MDM in it, the same record in Entra would say that Intune manages the device. */
    private static boolean isManagedByAnotherMdm(DeviceFacts facts, IntuneLink link) {
        return link.state() == LinkState.UNCLAIMED
                && link.otherMdm() != null
                && Boolean.TRUE.equals(facts.entra().managed());
    }

    private static @Nullable LeftOut leftOut(
            DeviceFacts facts,
            IntuneLink link,
            Kind kind,
            Grace grace,
            @Nullable Situation situation,
            JudgingRules rules) {
        if (link.state() == LinkState.LEAVING) {
            return new LeftOut(
                    LeftOutReason.LEAVING,
                    situation == null ? Situation.REMOVED_FROM_INTUNE : situation,
                    "Intune has not finished with it yet (" + link.pendingState()
                            + "). It is judged again once its record is gone.");
        }
        if (kind == Kind.AUTOPILOT && neverDeployed(facts, link)) {
            return new LeftOut(
                    LeftOutReason.AUTOPILOT_NEVER_DEPLOYED,
                    situation == null ? Situation.SILENT_AND_UNMANAGED : situation,
                    "It is registered with Windows Autopilot, never signed in and never was in Intune: it waits for its first start.");
        }
        LeftOut disabled = leftOut(facts, grace, situation, rules);
        return disabled != null || situation == null ? disabled : leftOut(facts, link, kind, situation, rules);
    }

    private static @Nullable LeftOut leftOut(
            DeviceFacts facts, Grace grace, @Nullable Situation situation, JudgingRules rules) {
        Instant disabled = facts.disabledByPortal();
        if (disabled == null || !rules.situations().contains(Situation.READY_TO_DELETE)) {
            return null;
        }
        Situation otherwise = situation == null ? Situation.READY_TO_DELETE : situation;
        return switch (grace) {
            case RUNNING ->
                new LeftOut(
                        LeftOutReason.GRACE_PERIOD,
                        otherwise,
                        Grace.begin(facts, disabled) + "; its grace period ends on "
                                + Timestamps.words(disabled.plus(rules.gracePeriodFor(
                                        Platform.of(facts.entra().operatingSystem()))))
                                + ".");
            case UNKNOWN ->
                new LeftOut(
                        LeftOutReason.UNKNOWN_ACTIVITY,
                        otherwise,
                        Grace.begin(facts, disabled)
                                + " and its grace period is over, but a time of its last activity is blank: whether it was silent is not"
                                + " known. Look at it in Entra and decide there.");
            case NONE, ALIVE, OVER -> null;
        };
    }

    private static @Nullable LeftOut leftOut(
            DeviceFacts facts, IntuneLink link, Kind kind, Situation situation, JudgingRules rules) {
        EntraDevice entra = facts.entra();
        if (entra.deviceId() == null) {
            return new LeftOut(
                    LeftOutReason.NO_DEVICE_ID,
                    situation,
                    "Its device ID in Entra is blank or all zeros, so no record in Intune can be told to be its own.");
        }
        String moved = MovedRecords.protection(facts);
        if (moved != null) {
            return new LeftOut(LeftOutReason.RECORD_STILL_THERE, situation, moved);
        }
        if (link.otherMdm() != null) {
            return new LeftOut(LeftOutReason.OTHER_MDM, situation, otherMdm(entra, link.otherMdm()));
        }
        if (kind.leftOut() && !rules.optedIn().contains(kind)) {
            return new LeftOut(
                    LeftOutReason.KIND,
                    situation,
                    "Its kind is protected: " + kind.label() + "." + source(facts, link, kind, rules)
                            + " Remove it in the service that it belongs to.");
        }
        return null;
    }

    private static String source(DeviceFacts facts, IntuneLink link, Kind kind, JudgingRules rules) {
        return Kinds.of(facts.withFormer(List.of()), link.records(), rules) == kind
                ? ""
                : " That is known from its earlier record in Intune.";
    }

    private static String otherMdm(EntraDevice entra, String application) {
        String type = entra.managementType() == null || entra.managementType().isBlank()
                ? ""
                : ", management type " + entra.managementType().strip();
        String number = "application " + application + type;
        MdmApplication known = MdmApplication.of(application).orElse(null);
        if (known == MdmApplication.CONFIGURATION_MANAGER) {
            return "Entra says that Configuration Manager manages it (" + number
                    + "), and Intune never had a record of it. Remove it in Configuration Manager.";
        }
        return known == null
                ? "Entra says that another MDM manages it (" + number + ")."
                : "Entra says that another MDM manages it: " + known.label() + " (" + number + ").";
    }

    private static boolean neverDeployed(DeviceFacts facts, IntuneLink link) {
        AutopilotIdentity identity = facts.autopilot();
        return Timestamps.isNever(facts.entra().lastSignIn())
                && !Boolean.TRUE.equals(facts.entra().managed())
                && link.records().isEmpty()
                && link.events().isEmpty()
                && facts.former().isEmpty()
                && (identity == null || identity.managedDeviceId() == null);
    }
}
