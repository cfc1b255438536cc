package org.deviceoffboarding.demotenant.identity;

/** The app roles that the portal's app registration defines, in the spelling of the {@code roles} claim. */
enum AppRole {
    READER("Reader", "Sees everything except settings"),
    OPERATOR("Operator", "Runs the agent, works suggestions and tasks"),
    APPROVER("Approver", "Approves what someone else asked for"),
    OWNER("Owner", "Sets the agent up, configures and removes it"),
    AUDITOR("Auditor", "Reads everything and exports the audit log");

    private final String value;
    private final String summary;

    AppRole(String value, String summary) {
        this.value = value;
        this.summary = summary;
    }

    /** As tokens carry it. */
    public String value() {
        return value;
    }

    /** What a person with this role does, for the sign-in page. */
    String summary() {
        return summary;
    }
}
