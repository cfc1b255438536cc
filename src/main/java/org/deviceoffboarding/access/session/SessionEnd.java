package org.deviceoffboarding.access.session;

import java.util.Locale;
import org.deviceoffboarding.base.Labelled;

/** What ended a session, and what the person is told about it. */
public enum SessionEnd implements Labelled {
    CLOSED("You are signed out", "This session is over.", "the browser stayed away"),
    REPLACED(
            "You signed in again",
            "Another sign-in in this browser took the place of this session.",
            "another sign-in in the same browser"),
    IDLE(
            "You were signed out",
            "Nobody did anything in this session for a while. What was saved is saved. What you had typed is offered again on"
                    + " its page.",
            "nobody did anything in it"),
    TOO_LONG(
            "You were signed out",
            "A session ends after its longest time, however busy it is. What was saved is saved.",
            "its longest time was over"),
    BY_TENANT(
            "You were signed out by your tenant",
            "The tenant told the portal that you signed out, or that an administrator signed you out.",
            "the tenant said that the person signed out"),
    REFUSED(
            "Your tenant no longer accepts this sign-in",
            "It was revoked or has expired, or your account was changed. Nothing was changed by this.",
            "the tenant no longer accepts the sign-in"),
    ROLES_UNREAD(
            "You were signed out",
            "The portal could not ask your tenant for too long whether you still have your role. Sign in again; if that does"
                    + " not work either, whoever runs the portal has to look at the connection to the tenant, and whether"
                    + " it grants offline_access.",
            "roles could not be read again for too long");

    private final String title;
    private final String advice;
    private final String cause;

    SessionEnd(String title, String advice, String cause) {
        this.title = title;
        this.advice = advice;
        this.cause = cause;
    }

    public String title() {
        return title;
    }

    public String advice() {
        return advice;
    }

    /** Returns the end of a sentence of the audit log that begins with whose session ended. */
    String cause() {
        return cause;
    }

    @Override
    public String label() {
        return cause.substring(0, 1).toUpperCase(Locale.ROOT) + cause.substring(1);
    }

    /** Returns the path of the page that says so, within the portal. */
    public String path() {
        return "/session-ended?reason=" + name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a page was asked to say; {@link #CLOSED} for anything unknown. */
    public static SessionEnd ofKey(String key) {
        for (SessionEnd end : values()) {
            if (end.name().toLowerCase(Locale.ROOT).equals(key)) {
                return end;
            }
        }
        return CLOSED;
    }
}
