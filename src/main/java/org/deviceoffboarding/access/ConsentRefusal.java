package org.deviceoffboarding.access;

import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.RolesUnconfirmedException;
import org.springframework.http.HttpStatus;

/**
 * Why a consent is not asked for, or its answer not used, in words for the person.
 *
 * @param text sentences
 */
record ConsentRefusal(HttpStatus status, String title, String text) {

    static ConsentRefusal nobody() {
        return new ConsentRefusal(
                HttpStatus.FORBIDDEN,
                "Sign in first",
                "A consent is given by somebody who is signed in, and nobody is in this browser. Nothing was changed. Sign in,"
                        + " then begin again with the button in the portal.");
    }

    static ConsentRefusal unconfirmed(RolesUnconfirmedException why) {
        return new ConsentRefusal(
                HttpStatus.FORBIDDEN, "Your roles can't be confirmed", String.valueOf(why.getMessage()));
    }

    static ConsentRefusal notAllowed(Capability needed) {
        return new ConsentRefusal(
                HttpStatus.FORBIDDEN,
                "You may not do this",
                "Whoever may " + needed.words() + " has the app role " + needed.needs()
                        + ", and you don't have it now. Nothing was changed.");
    }

    static ConsentRefusal fromElsewhere() {
        return new ConsentRefusal(
                HttpStatus.FORBIDDEN,
                "This was not begun in the portal",
                "A link from elsewhere led here, so your tenant was asked for nothing. If this is what you want to do, begin"
                        + " with the button in the portal.");
    }

    static ConsentRefusal unknown() {
        return new ConsentRefusal(
                HttpStatus.CONFLICT,
                "Nothing waits for this answer",
                "It was used already, or you did not begin it in this browser since you signed in. It was not used now. The"
                        + " page where it begins shows how things are.");
    }
}
