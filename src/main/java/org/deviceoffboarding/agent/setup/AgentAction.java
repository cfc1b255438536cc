package org.deviceoffboarding.agent.setup;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.delegation.RefusalDetails;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** What happens to the agent. */
sealed interface AgentAction extends AuditableAction {

    String IDENTITY = "identity: the name of whose identity in Entra it is";
    String SCOPES = "scopes: what the tenant lets the agent do";

    @Override
    default String subject() {
        return "agent";
    }

    /** @param scopes what the tenant gave */
    @AuditedAs(
            name = "agent.set-up",
            label = "Set the agent up",
            meaning =
                    "An owner gave the agent an identity in Entra, with which it reads the tenant: their own, or that of the portal's"
                            + " application.",
            details = {IDENTITY, SCOPES})
    record SetUp(String identityName, List<String> scopes) implements AgentAction {
        @Override
        public String action() {
            return "agent.set-up";
        }

        @Override
        public String summary() {
            return "Set the agent up with the identity of " + identityName;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("identity", identityName).with("scopes", scopes);
        }
    }

    /**
     * @param before what the identity was before
     * @param scopes what the tenant gave
     */
    @AuditedAs(
            name = "agent.renewed",
            label = "Renewed the agent's identity",
            meaning =
                    "The person whose identity the agent has signed in for it anew, so that it lasts for another 90 days without a run. Entries of"
                            + " earlier versions may name somebody else.",
            changes = {IDENTITY, SCOPES})
    record Renewed(Agent before, String identityName, List<String> scopes) implements AgentAction {
        @Override
        public String action() {
            return "agent.renewed";
        }

        @Override
        public String summary() {
            return "Renewed the agent's identity, now " + identityName;
        }

        @Override
        public AuditDetails details() {
            return changes(before, identityName, scopes);
        }
    }

    /**
     * @param before what the identity was before
     * @param scopes what the tenant gave
     */
    @AuditedAs(
            name = "agent.identity-chosen",
            label = "Gave the agent another identity",
            meaning =
                    "An owner gave the agent another identity: their own, or that of the portal's application, in the place of the one that it"
                            + " had. The portal keeps no sign-in of that one any more.",
            changes = {IDENTITY, SCOPES})
    record IdentityChosen(Agent before, String identityName, List<String> scopes) implements AgentAction {
        @Override
        public String action() {
            return "agent.identity-chosen";
        }

        @Override
        public String summary() {
            return "Gave the agent another identity: " + identityName + " in the place of " + before.identityName();
        }

        @Override
        public AuditDetails details() {
            return changes(before, identityName, scopes);
        }
    }

    /**
     * @param reason sentences that say what to do
     * @param why what Microsoft said, where it was Microsoft that refused
     */
    @AuditedAs(
            name = "agent.set-up-refused",
            label = "Could not set the agent up",
            meaning =
                    "The tenant, or this portal, did not accept what an owner gave; an agent that was there stays as it is.",
            details = {"reason: why, and what to do", RefusalDetails.REFUSED, RefusalDetails.CODE, RefusalDetails.SAID})
    record SetUpRefused(String reason, @Nullable SignInRefusal why) implements AgentAction {
        @Override
        public String action() {
            return "agent.set-up-refused";
        }

        @Override
        public String summary() {
            return "Could not set the agent up: " + reason;
        }

        @Override
        public AuditResult result() {
            return AuditResult.REFUSED;
        }

        @Override
        public AuditDetails details() {
            return RefusalDetails.of(why, AuditDetails.NONE.with("reason", reason));
        }
    }

    @AuditedAs(
            name = "agent.identity-expired",
            label = "Lost the agent's identity",
            meaning =
                    "The tenant no longer accepts the agent's identity, for the reason beside: nothing is read until an owner renews it.",
            details = {IDENTITY, RefusalDetails.REFUSED, RefusalDetails.CODE, RefusalDetails.SAID})
    record IdentityExpired(String identityName, SignInRefusal why) implements AgentAction {
        @Override
        public String action() {
            return "agent.identity-expired";
        }

        @Override
        public String summary() {
            return "The tenant no longer accepts the agent's identity " + identityName + ": "
                    + why.finding(RefusedIdentity.AGENT);
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            return RefusalDetails.of(why, AuditDetails.NONE.with("identity", identityName));
        }
    }

    @AuditedAs(
            name = "agent.sign-in-refused",
            label = "Was refused the agent's sign-in",
            meaning =
                    "Microsoft does not accept the agent until somebody has put right what is beside. Its identity stays, and is tried"
                            + " again with the next run.",
            details = {IDENTITY, RefusalDetails.REFUSED, RefusalDetails.CODE, RefusalDetails.SAID})
    record SignInRefused(String identityName, AgentKind kind, SignInRefusal why) implements AgentAction {
        @Override
        public String action() {
            return "agent.sign-in-refused";
        }

        @Override
        public String summary() {
            return why.finding(kind.refused());
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            return RefusalDetails.of(why, AuditDetails.NONE.with("identity", identityName));
        }
    }

    @AuditedAs(
            name = "agent.token-renewed",
            label = "Renewed the agent's sign-in",
            meaning =
                    "The portal got a new access token with the agent's identity. What is kept for the next time changed.",
            details = IDENTITY)
    record TokenRenewed(String identityName) implements AgentAction {
        @Override
        public String action() {
            return "agent.token-renewed";
        }

        @Override
        public String summary() {
            return "Renewed the agent's sign-in with the tenant as " + identityName;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("identity", identityName);
        }
    }

    private static AuditDetails changes(Agent before, String identityName, List<String> scopes) {
        return AuditDetails.NONE
                .changed("identity", before.identityName(), identityName)
                .changed("scopes", before.scopes().stream().sorted().toList(), scopes);
    }
}
