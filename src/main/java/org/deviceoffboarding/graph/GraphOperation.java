package org.deviceoffboarding.graph;

import org.deviceoffboarding.graph.refusal.RefusalCause;
import org.jspecify.annotations.Nullable;

/**
 * What is being asked of Graph, in words for people.
 *
 * @param source such as "Entra devices"
 * @param page from 1; 0 where there are no pages
 * @param permission the least privileged permission for it
 */
record GraphOperation(String source, int page, String permission) {

    @Override
    public String toString() {
        return page == 0 ? source : source + " (page " + page + ")";
    }

    GraphAnswerException unusable(String why) {
        return unusable(why, null);
    }

    GraphAnswerException unusable(String why, @Nullable Throwable cause) {
        return new GraphAnswerException(
                "Microsoft Graph's answer for %s cannot be used: %s. Try again; if it happens again, ask Microsoft's support."
                        .formatted(this, why),
                cause);
    }

    /** Returns what it means that something else than Graph keeps answering. */
    GraphAnswerException notFromGraph(String why, int attempts, Throwable cause) {
        return new GraphAnswerException(
                "Microsoft Graph's answer for %s cannot be used: %s, %d times in a row. A proxy, or a network that wants a sign-in, may answer in its place: check what stands between the portal and Graph, then try again."
                        .formatted(this, why, attempts),
                cause);
    }

    /**
     * Returns what a refusal that waiting does not cure means, once another access token was of no use.
     *
     * @param tokens what it was asked with
     */
    GraphException refused(GraphErrorResponse refusal, AccessTokens tokens) {
        boolean forWantOfAPermission =
                refusal.cause() == RefusalCause.PERMISSION || refusal.cause() == RefusalCause.ROLE;
        return forWantOfAPermission && tokens.ofApplication()
                ? refusedToApplication(refusal)
                : refused(refusal, tokens.ofApplication());
    }

    private GraphPermissionMissingException refusedToApplication(GraphErrorResponse refusal) {
        return new GraphPermissionMissingException(
                "Microsoft Graph refused to let the agent, which is the portal's application, read %s (%s). Add %s to the app registration as an application permission, and grant admin consent; then try again."
                        .formatted(this, refusal, permission),
                refusal.refusal(),
                permission,
                false);
    }

    private GraphException refused(GraphErrorResponse refusal, boolean application) {
        return switch (refusal.cause()) {
            case SIGN_IN ->
                new GraphAnswerException(
                        "Microsoft Graph did not accept the sign-in while reading %s (%s), though it was got from the tenant just now. Conditional Access may not let it in from where the portal runs: look at the sign-in logs in the Entra admin center, then try again."
                                .formatted(this, refusal),
                        refusal.refusal());
            case PERMISSION ->
                new GraphPermissionMissingException(
                        "Microsoft Graph refused to let the agent read %s (%s). Grant the permission %s to the app registration, renew the agent under Settings to consent to it (also if the agent was set up before the portal asked for it), and check the directory role of the agent's identity; then try again."
                                .formatted(this, refusal, permission),
                        refusal.refusal(),
                        permission,
                        false);
            case ROLE ->
                new GraphPermissionMissingException(
                        "Intune did not let the agent read %s (%s): the agent's identity has no role for it. Give it a role in Intune that may read devices, such as Read Only Operator, or the Entra role Intune Administrator, active and not only eligible; then try again."
                                .formatted(this, refusal),
                        refusal.refusal(),
                        permission,
                        true);
            case LICENCE ->
                new GraphAnswerException(
                        "Microsoft Graph did not let the agent read %s for want of a licence (%s). %s that the tenant's has not expired; then try again."
                                .formatted(
                                        this,
                                        refusal,
                                        application
                                                ? "See"
                                                : "Assign a licence that has this service, such as Intune's, to the"
                                                        + " agent's identity, and see"),
                        refusal.refusal());
            case TENANT ->
                new GraphAnswerException(
                        "Microsoft Graph cannot read %s, since the tenant does not have this service (%s). The portal compares Entra with Intune, so the tenant needs Intune: get a subscription that has it, or check whether PORTAL_TENANT_ISSUER_URI names the right tenant; then try again."
                                .formatted(this, refusal),
                        refusal.refusal());
            case REQUEST -> unusable("it is " + refusal);
        };
    }

    GraphUnavailableException busy(GraphErrorResponse refusal, String waited) {
        return new GraphUnavailableException(
                "Microsoft Graph had no time for %s (%s), %s. Try again later.".formatted(this, refusal, waited), null);
    }

    GraphUnavailableException unreachable(String why, int attempts, Throwable cause) {
        return new GraphUnavailableException(
                "Microsoft Graph could not be reached while reading %s: %s, %d times in a row. Check the network, the proxy and the Graph address of the portal, then try again."
                        .formatted(this, why.replaceFirst("\\.$", ""), attempts),
                cause);
    }
}
