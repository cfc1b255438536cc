package org.deviceoffboarding.delegation;

import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.base.Actor;

/** What happens to the identities that people lend for actions. */
sealed interface IdentityAction extends AuditableAction {

    /** Returns whose identity it is. */
    Actor person();

    @Override
    default String subject() {
        return "identity:" + person().id();
    }

    record SignedIn(Actor person) implements IdentityAction {
        @Override
        public String action() {
            return "identity.lent";
        }

        @Override
        public String summary() {
            return "Signed in for actions, which are carried out as " + person.name();
        }
    }

    record TakenBack(Actor person) implements IdentityAction {
        @Override
        public String action() {
            return "identity.taken-back";
        }

        @Override
        public String summary() {
            return "Took back the sign-in for actions";
        }
    }

    /** @param reason a sentence for people */
    record Refused(Actor person, String reason) implements IdentityAction {
        @Override
        public String action() {
            return "identity.refused";
        }

        @Override
        public String summary() {
            return "Could not sign in for actions: " + reason;
        }
    }

    record Expired(Actor person) implements IdentityAction {
        @Override
        public String action() {
            return "identity.expired";
        }

        @Override
        public String summary() {
            return "The tenant no longer accepts the sign-in of " + person.name() + " for actions";
        }
    }

    record Forgotten(Actor person) implements IdentityAction {
        @Override
        public String action() {
            return "identity.forgotten";
        }

        @Override
        public String summary() {
            return "Forgot the sign-in of " + person.name() + " for actions: its time is over and nothing needs it";
        }
    }
}
