package org.deviceoffboarding.person.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.base.Roles;
import org.jspecify.annotations.Nullable;

/** What the portal reads of who has which role in the tenant. */
sealed interface AssignmentAction extends AuditableAction {

    @Override
    default String subject() {
        return "";
    }

    /**
     * @param given those that were not there before
     * @param taken those that are no longer there
     */
    @AuditedAs(
            name = "people.roles-changed",
            label = "Saw that roles were assigned anew",
            meaning =
                    "Somebody changed in Entra who has which role of the portal. Entra's own audit log says who did that.",
            details = {
                "newOnes: how many assignments are new",
                "goneOnes: how many are gone",
                "given: the new ones, up to 200, each with whose it is and through which group",
                "taken: those that are gone, in the same way"
            })
    record RolesChanged(Collection<RoleAssignment> given, Collection<RoleAssignment> taken)
            implements AssignmentAction {

        /** So many are named at the most: all of a large group may come or go at once. */
        private static final int NAMED = 200;

        boolean isEmpty() {
            return given.isEmpty() && taken.isEmpty();
        }

        @Override
        public String action() {
            return "people.roles-changed";
        }

        @Override
        public String summary() {
            return String.format(
                    Locale.ENGLISH,
                    "In Entra, %,d assignments of roles are new and %,d are gone",
                    given.size(),
                    taken.size());
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE
                    .with("newOnes", given.size())
                    .with("goneOnes", taken.size())
                    .with("given", said(given))
                    .with("taken", said(taken));
        }

        private static List<AuditDetails> said(Collection<RoleAssignment> assignments) {
            return assignments.stream()
                    .limit(NAMED)
                    .map(each -> AuditDetails.NONE
                            .with("person", each.personId())
                            .with("name", each.name())
                            .with("role", Roles.label(each.role()))
                            .with("via", each.via()))
                    .toList();
        }
    }

    /**
     * @param problem sentences that say what to do
     * @param permission that Microsoft Graph wants, where it refused the agent; null where it is something else
     */
    @AuditedAs(
            name = "people.roles-unread",
            label = "Could not read who has which role",
            meaning =
                    "The portal could not read who has which of its roles in Entra. Recorded once for as long as the reason is the same.",
            details = {
                "problem: why, and what to do",
                "permission: what Microsoft Graph wants where it refused the agent, as whom it is read",
                "as: whose identity it is read with"
            })
    record RolesUnread(String problem, @Nullable String permission) implements AssignmentAction {
        @Override
        public String action() {
            return "people.roles-unread";
        }

        @Override
        public String summary() {
            return "Could not read who has which role: " + problem;
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            AuditDetails details = AuditDetails.NONE.with("problem", problem).with("as", "the agent");
            return permission == null ? details : details.with("permission", permission);
        }
    }
}
