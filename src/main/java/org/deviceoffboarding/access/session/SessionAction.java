package org.deviceoffboarding.access.session;

import java.util.Collection;
import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;

/** What happens to sessions without a person doing it. */
sealed interface SessionAction extends AuditableAction {

    Actor person();

    @Override
    default String subject() {
        return "person:" + person().id();
    }

    @AuditedAs(
            name = "access.session-ended",
            label = "Ended a session",
            meaning =
                    "A session ended without its person signing out: time was over, the tenant said so, or the browser stayed away.",
            details = {
                "person: the name of whose session it was",
                "by: what ended it",
                "code: Microsoft's own code, where the tenant refused the sign-in with one"
            })
    @AuditedValues(field = "by", of = SessionEnd.class)
    record SessionEnded(Actor person, SessionOver how) implements SessionAction {
        @Override
        public String action() {
            return "access.session-ended";
        }

        @Override
        public String summary() {
            return "Ended the session of " + person.name() + ": " + how.cause();
        }

        @Override
        public AuditDetails details() {
            AuditDetails details =
                    AuditDetails.NONE.with("person", person.name()).with("by", how.by());
            return how.code().isEmpty() ? details : details.with("code", how.code());
        }
    }

    /** @param taken as the tenant names them */
    @AuditedAs(
            name = "access.roles-taken",
            label = "Took roles from a person",
            meaning =
                    "The tenant took roles from a person who was signed in; their pages lost at once what comes with them.",
            details = {"person: the name of the person", "roles: what was taken"})
    record RolesTaken(Actor person, Collection<String> taken) implements SessionAction {
        @Override
        public String action() {
            return "access.roles-taken";
        }

        @Override
        public String summary() {
            return "The tenant no longer gives " + person.name() + " what comes with "
                    + String.join(", ", labels(taken));
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("person", person.name()).with("roles", labels(taken));
        }
    }

    /** @param given of {@link org.deviceoffboarding.base.Roles} */
    @AuditedAs(
            name = "access.roles-given",
            label = "Gave roles to a person",
            meaning =
                    "The tenant gave roles to a person who was signed in; their pages have at once what comes with them.",
            details = {"person: the name of the person", "roles: what was given"})
    record RolesGiven(Actor person, Collection<String> given) implements SessionAction {
        @Override
        public String action() {
            return "access.roles-given";
        }

        @Override
        public String summary() {
            return "The tenant gives " + person.name() + " what comes with " + String.join(", ", labels(given))
                    + " now";
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("person", person.name()).with("roles", labels(given));
        }
    }

    private static List<String> labels(Collection<String> roles) {
        return roles.stream().sorted().map(Roles::label).toList();
    }
}
