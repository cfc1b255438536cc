package org.deviceoffboarding.agent.setup;

import org.deviceoffboarding.audit.AuditableAction;

/** What happens to the agent. */
sealed interface AgentAction extends AuditableAction {

    @Override
    default String subject() {
        return "agent";
    }

    record SetUp(String identityName) implements AgentAction {
        @Override
        public String action() {
            return "agent.set-up";
        }

        @Override
        public String summary() {
            return "Set the agent up with the identity of " + identityName;
        }
    }

    record Renewed(String identityName) implements AgentAction {
        @Override
        public String action() {
            return "agent.renewed";
        }

        @Override
        public String summary() {
            return "Renewed the agent's identity, now " + identityName;
        }
    }

    record SetUpRefused(String reason) implements AgentAction {
        @Override
        public String action() {
            return "agent.set-up-refused";
        }

        @Override
        public String summary() {
            return "Could not set the agent up: " + reason;
        }
    }

    record IdentityExpired(String identityName) implements AgentAction {
        @Override
        public String action() {
            return "agent.identity-expired";
        }

        @Override
        public String summary() {
            return "The tenant no longer accepts the agent's identity " + identityName;
        }
    }
}
