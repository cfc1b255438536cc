package org.deviceoffboarding.delegation;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** What happens to the identities that people lend for actions. */
@AuditedFields(details = "person: the name of whose identity it is")
sealed interface IdentityAction extends AuditableAction {

    /** Returns whose identity it is. */
    Actor person();

    @Override
    default String subject() {
        return "identity:" + person().id();
    }

    @Override
    default AuditDetails details() {
        return AuditDetails.NONE.with("person", person().name());
    }

    /** @param scopes what the tenant gave */
    @AuditedAs(
            name = "identity.lent",
            label = "Signed in for actions",
            meaning =
                    "A person lent the portal their own identity in Entra, with which the requests that they approve are carried out.",
            details = "scopes: what the tenant lets the portal do in their name")
    record SignedIn(Actor person, List<String> scopes) implements IdentityAction {
        @Override
        public String action() {
            return "identity.lent";
        }

        @Override
        public String summary() {
            return "Signed in for actions, which are carried out as " + person.name();
        }

        @Override
        public AuditDetails details() {
            return IdentityAction.super.details().with("scopes", scopes);
        }
    }

    @AuditedAs(
            name = "identity.taken-back",
            label = "Took back the sign-in for actions",
            meaning = "A person took their identity back. What was being carried out with it stops at its next step.")
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

    /**
     * @param reason a sentence for people
     * @param why what Microsoft said, where it was Microsoft that refused
     */
    @AuditedAs(
            name = "identity.refused",
            label = "Could not sign in for actions",
            meaning = "The tenant, or this portal, did not accept what a person gave; what they lent before stays.",
            details = {"reason: why, and what to do", RefusalDetails.REFUSED, RefusalDetails.CODE, RefusalDetails.SAID})
    record Refused(Actor person, String reason, @Nullable SignInRefusal why) implements IdentityAction {
        @Override
        public String action() {
            return "identity.refused";
        }

        @Override
        public String summary() {
            return "Could not sign in for actions: " + reason;
        }

        @Override
        public AuditResult result() {
            return AuditResult.REFUSED;
        }

        @Override
        public AuditDetails details() {
            return RefusalDetails.of(why, IdentityAction.super.details().with("reason", reason));
        }
    }

    @AuditedAs(
            name = "identity.expired",
            label = "Lost a sign-in for actions",
            meaning =
                    "The tenant no longer accepts what a person lent, for the reason beside; only a new sign-in helps.",
            details = {RefusalDetails.REFUSED, RefusalDetails.CODE, RefusalDetails.SAID})
    record Expired(Actor person, SignInRefusal why) implements IdentityAction {
        @Override
        public String action() {
            return "identity.expired";
        }

        @Override
        public String summary() {
            return why.finding(RefusedIdentity.approver(person.name()));
        }

        @Override
        public AuditDetails details() {
            return RefusalDetails.of(why, IdentityAction.super.details());
        }
    }

    @AuditedAs(
            name = "identity.held",
            label = "Was refused a sign-in for actions",
            meaning =
                    "The tenant does not accept what a person lent until somebody has put right what is beside. It stays, and is tried"
                            + " again when it is needed.",
            details = {RefusalDetails.REFUSED, RefusalDetails.CODE, RefusalDetails.SAID})
    record Held(Actor person, SignInRefusal why) implements IdentityAction {
        @Override
        public String action() {
            return "identity.held";
        }

        @Override
        public String summary() {
            return why.finding(RefusedIdentity.approver(person.name()));
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            return RefusalDetails.of(why, IdentityAction.super.details());
        }
    }

    @AuditedAs(
            name = "identity.forgotten",
            label = "Forgot a sign-in for actions",
            meaning = "The time of what a person lent is over and nothing needs it, so that the portal deleted it.")
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

    @AuditedAs(
            name = "identity.renewed",
            label = "Renewed a sign-in for actions",
            meaning =
                    "The portal got a new access token with what a person lent, to carry out what they approved. What is kept for the"
                            + " next time changed.")
    record Renewed(Actor person) implements IdentityAction {
        @Override
        public String action() {
            return "identity.renewed";
        }

        @Override
        public String summary() {
            return "Renewed the sign-in of " + person.name() + " for actions with the tenant";
        }
    }
}
