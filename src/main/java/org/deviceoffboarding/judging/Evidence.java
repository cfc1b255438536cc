package org.deviceoffboarding.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.jspecify.annotations.Nullable;

/** Writes down, in sentences, what a judgement rests on. */
public final class Evidence {

    /** How exact Entra's time of the last sign-in is: it is written anew only when it is this far off. */
    private static final String ABOUT = " (± 14 days)";

    private static final String ENABLED = "Its Entra object is still enabled.";

    private static final String DISABLED = "Its Entra object is already disabled.";

    private final List<String> sentences = new ArrayList<>();
    private final IntuneLink link;
    private final Activity activity;
    private final Instant now;

    private Evidence(IntuneLink link, Activity activity, Instant now) {
        this.link = link;
        this.activity = activity;
        this.now = now;
    }

    /** Returns whether a sentence says in which state the device's Entra object is: what holds only until it is changed. */
    public static boolean isState(String sentence) {
        return sentence.equals(ENABLED) || sentence.equals(DISABLED);
    }

    /** Returns the sentences, the one that decided first. */
    static List<String> of(
            DeviceFacts facts,
            IntuneLink link,
            Kind kind,
            Activity activity,
            Situation situation,
            JudgingRules rules,
            Instant now) {
        Evidence evidence = new Evidence(link, activity, now);
        evidence.addGrace(facts, situation, rules);
        evidence.addEvents();
        evidence.addLink();
        evidence.addMoved(MovedRecords.evidence(facts));
        evidence.addKind(kind, facts.autopilot());
        evidence.addSync();
        evidence.addSignIn(facts.entra().lastSignIn());
        evidence.addState(facts.entra());
        return evidence.sentences;
    }

    private void addGrace(DeviceFacts facts, Situation situation, JudgingRules rules) {
        Instant disabled = facts.disabledByPortal();
        if (disabled == null) {
            return;
        }
        add(Grace.begin(facts, disabled) + ".");
        if (situation == Situation.READY_TO_DELETE) {
            Duration period = rules.gracePeriodFor(Platform.of(facts.entra().operatingSystem()));
            add("Its grace period of " + period.toDays() + " days ended on " + Timestamps.words(disabled.plus(period))
                    + ", and nothing was heard of it since.");
        }
    }

    private void addEvents() {
        RemovalEvent explanation = link.explanation();
        if (explanation != null) {
            add(RemovalWords.of(explanation));
        }
        for (RemovalEvent event : link.events()) {
            if (event != explanation) {
                add(RemovalWords.beside(event, tooOld(event), now));
            }
        }
    }

    /** Had it happened within the look-back, it would explain the missing record. */
    private boolean tooOld(RemovalEvent event) {
        return link.records().isEmpty() && link.explanation() == null && event.kind() != RemovalEvent.Kind.GONE;
    }

    private void addLink() {
        if (link.records().isEmpty()) {
            add("No Intune record has its device ID.");
        } else if (link.records().size() > 1) {
            add("Intune has " + link.records().size() + " records with its device ID.");
        }
        if (link.coManaged()) {
            add("Entra says that Configuration Manager manages it, beside Intune.");
        } else if (link.claimed()) {
            add("Entra says that Intune manages it.");
        } else if (link.state() == LinkState.UNCLAIMED) {
            add("Entra does not say that anyone manages it.");
        }
    }

    private void addMoved(@Nullable String evidence) {
        if (evidence != null) {
            add(evidence);
        }
    }

    private void addKind(Kind kind, @Nullable AutopilotIdentity identity) {
        if (kind == Kind.HYBRID) {
            add("It is synchronised from on-premises Active Directory.");
        } else if (kind == Kind.CO_MANAGED && !link.coManaged()) {
            add("Intune says that Configuration Manager manages it, too.");
        } else if (kind.leftOut()) {
            add("It is of a kind that the owner opted in: " + kind.label() + ".");
        }
        if (identity != null) {
            String serial = identity.serialNumber();
            add((identity.former()
                            ? "It was registered with Windows Autopilot, whose list no longer has it"
                            : "It is registered with Windows Autopilot")
                    + (serial == null || serial.isBlank() ? "." : ", serial number " + serial.strip() + "."));
        } else if (kind == Kind.AUTOPILOT) {
            add("Its Entra object carries an Autopilot ID (ZTDID).");
        }
    }

    private void addSync() {
        Instant lastSync = activity.lastSync();
        if (lastSync != null) {
            String last = link.records().size() > 1 ? "None of them synced since " : "It last synced with Intune on ";
            add(last + Timestamps.words(lastSync) + ".");
        }
    }

    private void addSignIn(@Nullable Instant recorded) {
        Instant signIn = activity.signIn();
        RemovalEvent removal = link.removal();
        if (Timestamps.isFuture(recorded, now)) {
            add("Entra's time of its last sign-in lies in the future and is ignored.");
        } else if (signIn == null) {
            add("Entra records no sign-in.");
        } else if (removal != null && signIn.isAfter(removal.at())) {
            add("Signed in to Entra on " + Timestamps.words(signIn) + ABOUT + ", after it left Intune.");
        } else {
            add("Last signed in to Entra on " + Timestamps.words(signIn) + ABOUT + ".");
        }
    }

    private void addState(EntraDevice entra) {
        if (entra.accountEnabled() != null) {
            add(entra.accountEnabled() ? ENABLED : DISABLED);
        }
    }

    private void add(String sentence) {
        sentences.add(sentence);
    }
}
