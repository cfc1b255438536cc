package org.deviceoffboarding.graph;

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
                "Microsoft Graph's answer for %s cannot be used: %s. Nothing was changed. Try again; if it happens again, ask Microsoft's support."
                        .formatted(this, why),
                cause);
    }

    /** Returns what a refusal that waiting does not cure means. */
    GraphException refused(GraphErrorResponse refusal) {
        return switch (refusal.status()) {
            case 401 ->
                new GraphSignInExpiredException(
                        "Microsoft Graph did not accept the agent's sign-in while reading %s (%s). The agent's sign-in has expired or was withdrawn: renew the agent, then try again."
                                .formatted(this, refusal));
            case 403 ->
                new GraphPermissionMissingException(
                        "Microsoft Graph refused to let the agent read %s (%s). Grant the permission %s to the app registration, renew the agent under Settings to consent to it (also if the agent was set up before the portal asked for it), and check the directory role of the agent's identity; then try again."
                                .formatted(this, refusal, permission),
                        permission);
            default -> unusable("it is " + refusal);
        };
    }

    GraphUnavailableException busy(GraphErrorResponse refusal, String waited) {
        return new GraphUnavailableException(
                "Microsoft Graph had no time for %s (%s), %s. Try again later.".formatted(this, refusal, waited), null);
    }

    GraphUnavailableException unreachable(String why, int attempts, Throwable cause) {
        return new GraphUnavailableException(
                "Microsoft Graph could not be reached while reading %s: %s, %d times in a row. Check the network, the proxy and the Graph address of the portal, then try again."
                        .formatted(this, why, attempts),
                cause);
    }
}
