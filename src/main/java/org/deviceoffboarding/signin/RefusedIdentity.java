package org.deviceoffboarding.signin;

/**
 * Whose sign-in is refused, in the words of the sentences that are made about it.
 *
 * @param signIn what is refused, such as "the agent's sign-in"
 * @param account whose account it is, such as "your account"
 * @param newSignIn a sentence that says who has to sign in again, and where
 * @param nextStep what follows once something was put right, such as "run again"
 * @param isApplication whether it is no person's, so that permissions count and no roles
 */
public record RefusedIdentity(String signIn, String account, String newSignIn, String nextStep, boolean isApplication) {

    private static final String APPLICATION = "the portal's application";

    /** The administrator whose identity the agent reads with, where it does not matter who that is. */
    public static final RefusedIdentity AGENT = new RefusedIdentity(
            "the agent's sign-in",
            "the agent's account",
            "Whoever lent the agent its identity has to renew it under Settings.",
            "run again");

    /** The app registration of the portal itself, where the agent reads as that. */
    public static final RefusedIdentity AGENT_AS_APPLICATION = new RefusedIdentity(
            "the agent's sign-in as the portal's application",
            APPLICATION,
            "An owner has to try again under Settings, or choose another identity there.",
            "run again",
            true);

    /** The same, while an owner lets the agent have it. */
    public static final RefusedIdentity SETTING_UP_AS_APPLICATION = new RefusedIdentity(
            "the sign-in as the portal's application", APPLICATION, "Try again.", "try again", true);

    /** The owner who is just setting the agent up, or renewing it. */
    public static final RefusedIdentity SETTING_UP = new RefusedIdentity(
            "the sign-in for the agent", "your account", "Start the agent again.", "start the agent again");

    /** The person who is just signing in to the portal, or is signed in. */
    public static final RefusedIdentity PERSON =
            new RefusedIdentity("your sign-in", "your account", "Sign in again.", "sign in again");

    /** The person who is just signing in for actions, or did and looks at it. */
    public static final RefusedIdentity OWN_ACTIONS = new RefusedIdentity(
            "your sign-in for actions", "your account", "Sign in for actions again.", "sign in for actions again");

    RefusedIdentity(String signIn, String account, String newSignIn, String nextStep) {
        this(signIn, account, newSignIn, nextStep, false);
    }

    /** Returns the administrator whose identity the agent reads with, by name: nobody else can renew it. */
    public static RefusedIdentity agentOf(String name) {
        return new RefusedIdentity(
                AGENT.signIn,
                AGENT.account,
                name + " has to renew the agent under Settings, or an owner gives it another identity there.",
                AGENT.nextStep);
    }

    /** Returns somebody who signed in for actions, as others see it. */
    public static RefusedIdentity approver(String name) {
        return new RefusedIdentity(
                "the sign-in of " + name + " for actions",
                "the account " + name,
                name + " has to sign in for actions again under Approvals; then it can go on.",
                "try again");
    }
}
