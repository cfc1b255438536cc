package org.deviceoffboarding.access.session;

import java.util.UUID;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.deviceoffboarding.signin.SignInRefusals;

/**
 * How a session came to its end.
 *
 * @param code Microsoft's own, where the tenant refused; else empty
 */
public record SessionOver(SessionEnd by, String code) {

    static SessionOver of(SessionEnd by) {
        return new SessionOver(by, "");
    }

    /** Returns what a page was asked to say: a code that is none of Microsoft's says nothing. */
    public static SessionOver of(SessionEnd by, String code) {
        return new SessionOver(
                by, SignInRefusals.ofCode(code).map(SignInRefusal::code).orElse(""));
    }

    /** Returns what the tenant's refusal means for a session. */
    static SessionOver refused(SignInRefusal refusal) {
        return of(SessionEnd.REFUSED, refusal.code());
    }

    /**
     * Returns whether the person lost their place in the portal with it. Whoever merely has to sign in again, such as after the password
     * was changed, keeps the roles that the tenant told of last.
     */
    boolean shutsOut() {
        return by == SessionEnd.REFUSED
                && SignInRefusals.ofCode(code)
                        .filter(refusal -> refusal.reason().isOfAccount())
                        .isPresent();
    }

    public String title() {
        return by.title();
    }

    /** Returns what the person is told about it. */
    public String advice() {
        return SignInRefusals.ofCode(code)
                .filter(refusal -> refusal.reason() != SignInReason.OTHER)
                .map(refusal -> refusal.sentences(RefusedIdentity.PERSON) + " Nothing was changed by this.")
                .orElseGet(() -> by.advice() + (code.isEmpty() ? "" : " The tenant's code for it is " + code + "."));
    }

    /**
     * Returns the path of the page that says so, within the portal.
     *
     * @param id of the session, which nobody else can guess: what the tenant asked for then, the next sign-in asks for
     */
    String path(UUID id) {
        return by.path() + (code.isEmpty() ? "" : "&code=" + code) + (by == SessionEnd.REFUSED ? "&session=" + id : "");
    }

    /** Returns the end of a sentence of the audit log that begins with whose session ended. */
    String cause() {
        return by.cause() + (code.isEmpty() ? "" : " (" + code + ")");
    }
}
