package org.deviceoffboarding.playbook.checklist;

/**
 * How many devices of a suggestion are joined in which way.
 *
 * @param unknown those of which Entra names no join type, or one that is new to the portal
 */
record JoinTypes(long joined, long registered, long hybrid, long unknown) {

    long total() {
        return joined + registered + hybrid + unknown;
    }

    boolean allRegistered() {
        return registered > 0 && registered == total();
    }
}
