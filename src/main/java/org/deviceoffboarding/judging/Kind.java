package org.deviceoffboarding.judging;

import org.deviceoffboarding.base.Labelled;

/** What sort of device it is, which decides what may happen to it. The first that fits counts, in the order given here. */
public enum Kind implements Labelled {

    /** Synchronised from on-premises Active Directory: flagged, and acted on there only. */
    HYBRID("Hybrid joined", KindGroup.HYBRID, false),
    PRINTER("Printer", KindGroup.ORDINARY, true),
    SECURE_VM("Secure VM", KindGroup.ORDINARY, true),
    IOT("IoT device", KindGroup.ORDINARY, true),
    SHARED("Shared device", KindGroup.ORDINARY, true),
    TEAMS_PHONE("Teams phone", KindGroup.ORDINARY, true),
    CLOUD_PC("Cloud PC", KindGroup.ORDINARY, true),

    /** Registered with Windows Autopilot: flagged with a playbook of its own. */
    AUTOPILOT("Windows Autopilot", KindGroup.AUTOPILOT, false),

    /** Managed by Configuration Manager beside Intune: flagged with a playbook of its own. */
    CO_MANAGED("Co-managed", KindGroup.CO_MANAGED, false),
    ORDINARY("Ordinary", KindGroup.ORDINARY, false);

    private final String label;
    private final KindGroup group;
    private final boolean leftOut;

    Kind(String label, KindGroup group, boolean leftOut) {
        this.label = label;
        this.group = group;
        this.leftOut = leftOut;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /** Returns the sort of suggestion that devices of this kind belong to. */
    public KindGroup group() {
        return group;
    }

    /** Returns whether devices of this kind are never suggested, unless the owner opts the kind in. */
    public boolean leftOut() {
        return leftOut;
    }
}
