package org.deviceoffboarding.access.session;

import java.util.Collection;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.base.Actor;

/** What happens to sessions without a person doing it. */
sealed interface SessionAction extends AuditableAction {

    Actor person();

    @Override
    default String subject() {
        return "person:" + person().id();
    }

    record SessionEnded(Actor person, SessionEnd by) implements SessionAction {
        @Override
        public String action() {
            return "access.session-ended";
        }

        @Override
        public String summary() {
            return "Ended the session of " + person.name() + ": " + by.cause();
        }
    }

    /** @param taken as the tenant names them */
    record RolesTaken(Actor person, Collection<String> taken) implements SessionAction {
        @Override
        public String action() {
            return "access.roles-taken";
        }

        @Override
        public String summary() {
            return "The tenant no longer gives " + person.name() + " what comes with " + String.join(", ", taken);
        }
    }
}
