package org.deviceoffboarding.base;

import org.springframework.security.access.AccessDeniedException;

/**
 * Something is refused because it is not known well enough whether the person may still do it. Its message is a sentence for
 * people, with what to do.
 */
public class RolesUnconfirmedException extends AccessDeniedException {

    public RolesUnconfirmedException(String sentence) {
        super(sentence);
    }
}
