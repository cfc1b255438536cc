package org.deviceoffboarding.base;

/**
 * The app roles of the portal, as the {@code roles} claim of an ID token names them (in the form that Spring Security
 * compares, upper case). Owner includes Approver, Approver includes Operator, Operator and Auditor include Reader.
 */
public final class Roles {

    /** Sees everything but settings. */
    public static final String READER = "READER";

    /** Runs the agent, works suggestions and tasks, asks for actions. */
    public static final String OPERATOR = "OPERATOR";

    /** Approves or rejects actions that someone else asked for. */
    public static final String APPROVER = "APPROVER";

    /** Sets up, configures, renews and removes the agent. */
    public static final String OWNER = "OWNER";

    /** A reader who may export the audit log. */
    public static final String AUDITOR = "AUDITOR";

    private Roles() {}
}
