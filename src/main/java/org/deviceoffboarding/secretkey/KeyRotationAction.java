package org.deviceoffboarding.secretkey;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;

/** What becomes of the key for what is stored encrypted. No key is in it, only their IDs. */
@AuditedFields(
        details = {
            "from: the ID of the key that is replaced, which tells nothing of the key",
            "to: the ID of the key in its place"
        })
sealed interface KeyRotationAction extends AuditableAction {

    /** Returns the ID of the key before. */
    String from();

    /** Returns the ID of the new key. */
    String to();

    @Override
    default String subject() {
        return "secret-key:" + to();
    }

    @Override
    default AuditDetails details() {
        return AuditDetails.NONE.with("from", from()).with("to", to());
    }

    /** @param by the operating system's user and the machine, by their own word */
    @AuditedAs(
            name = "secret-key.replacement-begun",
            label = "Began to replace the secret key",
            meaning =
                    "Whoever runs the portal asked for another key for what is stored encrypted. From now on the new one is used, and both are read.",
            details = "by: the user of the operating system and the machine that asked, by their own word")
    record Begun(String from, String to, String by) implements KeyRotationAction {
        @Override
        public String action() {
            return "secret-key.replacement-begun";
        }

        @Override
        public String summary() {
            return "Began to replace the secret key " + from + " by " + to;
        }

        @Override
        public AuditDetails details() {
            return KeyRotationAction.super.details().with("by", by);
        }
    }

    /** @param unreadable how many values neither key reads */
    @AuditedAs(
            name = "secret-key.encrypted-anew",
            label = "Encrypted everything with the new secret key",
            meaning =
                    "Nothing is known to be encrypted with the key before any more. Portals may still be set to start with it.",
            details = "unreadable: how many values neither of the keys reads; they stay as they are")
    record EncryptedAnew(String from, String to, int unreadable) implements KeyRotationAction {
        @Override
        public String action() {
            return "secret-key.encrypted-anew";
        }

        @Override
        public String summary() {
            return "Encrypted everything with the secret key " + to
                    + (unreadable == 0 ? "" : ", except for " + unreadable + " that no key reads");
        }

        @Override
        public AuditDetails details() {
            return KeyRotationAction.super.details().with("unreadable", unreadable);
        }
    }

    @AuditedAs(
            name = "secret-key.replaced",
            label = "Replaced the secret key",
            meaning =
                    "No portal needs the key before any more, and none starts with it. It may be deleted once no backup of the database from before is kept.")
    record Replaced(String from, String to) implements KeyRotationAction {
        @Override
        public String action() {
            return "secret-key.replaced";
        }

        @Override
        public String summary() {
            return "Replaced the secret key " + from + " by " + to + "; nothing needs " + from + " any more";
        }
    }
}
