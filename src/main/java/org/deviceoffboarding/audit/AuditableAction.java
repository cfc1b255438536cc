package org.deviceoffboarding.audit;

import java.util.List;

/**
 * Something worth remembering. Each feature declares its own actions as records beside the service that performs them;
 * the audit module stores any of them without knowing what they mean. What it means to people each says by {@link AuditedAs}.
 */
public interface AuditableAction {

    /** Returns a stable, machine-readable name such as {@code run.requested}. Never renamed once released. */
    String action();

    /** Returns what the action was done to, such as {@code run:42}; empty where there is no such thing. */
    String subject();

    /** Returns one sentence for people, written from the actor's side: "Asked for run 42". Holds no secret. */
    String summary();

    /** Returns how it came out. */
    default AuditResult result() {
        return AuditResult.DONE;
    }

    /** Returns what else is known, what was changed as it was before and after included. */
    default AuditDetails details() {
        return AuditDetails.NONE;
    }

    /** Returns the devices that it concerns, each once; each device's trail is made of these. */
    default List<AuditedDevice> devices() {
        return List.of();
    }
}
