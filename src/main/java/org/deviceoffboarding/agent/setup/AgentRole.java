package org.deviceoffboarding.agent.setup;

import java.util.Arrays;

/** The least roles that the account needs whose identity the agent has. Sources: Microsoft's reference for each endpoint. */
enum AgentRole {
    INTUNE_READER(
            "Read Only Operator",
            "Intune",
            "Lets the account read devices, audit events and Autopilot registrations in Intune.",
            "An administrator assigns Intune's role Read Only Operator (Intune admin center > Tenant administration > Roles) to a"
                    + " group that the account is in, for all devices."),
    SECURITY_READER(
            "Security Reader",
            "Entra",
            "Lets the account see whether recovery keys and passwords are kept; never what they are.",
            "An administrator assigns the Entra role Security Reader (Entra admin center > Roles & admins) to the account, active and"
                    + " not only eligible.");

    private final String words;
    private final String service;
    private final String reason;
    private final String remedy;

    AgentRole(String words, String service, String reason, String remedy) {
        this.words = words;
        this.service = service;
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Returns Microsoft's name for it. */
    String words() {
        return words;
    }

    /** Returns what a role of that name is called; the name itself where there is none, as of a permission. */
    static String wordsOr(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name))
                .map(role -> "the role " + role.words)
                .findFirst()
                .orElse(name);
    }

    String service() {
        return service;
    }

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }
}
