package org.deviceoffboarding.notification;

import org.deviceoffboarding.base.Roles;

/** Whom a notice concerns, and why: a person, or everyone seen with a role in the last 90 days. */
public sealed interface Recipient {

    /** Returns why they are told, as a sentence to them: "You asked for it.", "You may approve it." */
    String reason();

    /** Returns the role of {@link Roles} without which they are told nothing, since they may no longer see it. */
    String role();

    /** @param id the person's object ID in Entra */
    record Person(String id, String reason) implements Recipient {

        public Person {
            if (id.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("A recipient needs an ID and a reason, got '" + id + "'");
            }
        }

        @Override
        public String role() {
            return Roles.READER;
        }
    }

    /** @param role of {@link Roles}, if only as part of another */
    record Holders(String role, String reason) implements Recipient {

        public Holders {
            if (Roles.withIncluded(role).isEmpty() || reason.isBlank()) {
                throw new IllegalArgumentException("Recipients need a role and a reason, got '" + role + "'");
            }
        }
    }

    /** Returns a person, who need not have signed in yet. */
    static Recipient person(String id, String reason) {
        return new Person(id, reason);
    }

    /** Returns everyone who was seen with a role in the last 90 days. */
    static Recipient everyoneWith(String role, String reason) {
        return new Holders(role, reason);
    }
}
