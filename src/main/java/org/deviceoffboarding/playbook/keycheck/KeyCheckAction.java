package org.deviceoffboarding.playbook.keycheck;

import org.deviceoffboarding.audit.AuditableAction;

/** What happens to readings of keys. */
sealed interface KeyCheckAction extends AuditableAction {

    long suggestionId();

    @Override
    default String subject() {
        return "suggestion:" + suggestionId();
    }

    record Requested(long suggestionId, long devices) implements KeyCheckAction {
        @Override
        public String action() {
            return "keys.check-requested";
        }

        @Override
        public String summary() {
            return "Asked to check whether the keys of " + (devices == 1 ? "1 device" : devices + " devices")
                    + " are kept";
        }
    }

    record Completed(long suggestionId, KeySummary found) implements KeyCheckAction {
        @Override
        public String action() {
            return "keys.checked";
        }

        @Override
        public String summary() {
            return found.sentence();
        }
    }

    record Failed(long suggestionId, String reason) implements KeyCheckAction {
        @Override
        public String action() {
            return "keys.check-failed";
        }

        @Override
        public String summary() {
            return "Could not check keys: " + reason;
        }
    }
}
