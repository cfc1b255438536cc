package org.deviceoffboarding.audit.seal;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;

/**
 * From here on another key seals the log.
 *
 * @param before the ID of the key until then; empty where none that is known signed what was sealed
 */
@AuditedAs(
        name = "audit.key-changed",
        label = "Began to seal with another key",
        meaning = "A portal found another key than the one that sealed the log until then.",
        details = "verifierKey: the public key that checks what is sealed from now on",
        changes = "key: the key's ID; nothing before where no key that was known signed what was sealed")
record KeyChanged(String before, VerifierKey key) implements AuditableAction {

    @Override
    public String action() {
        return "audit.key-changed";
    }

    @Override
    public String subject() {
        return "audit-key:" + key.id();
    }

    @Override
    public String summary() {
        return "Began to seal the audit log with the key " + key.id()
                + (before.isEmpty()
                        ? "; no key that is known here signed what was sealed before"
                        : " instead of " + before);
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.changed("key", before, key.id()).with("verifierKey", key.text());
    }
}
