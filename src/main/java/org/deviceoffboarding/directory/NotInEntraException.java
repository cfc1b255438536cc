package org.deviceoffboarding.directory;

import org.deviceoffboarding.graph.GraphAnswerException;

/**
 * Entra was asked, and answered: there is nothing of that name, or several, or nobody can read it. To ask again changes
 * nothing as long as neither the name nor Entra changes.
 */
public class NotInEntraException extends GraphAnswerException {

    NotInEntraException(String reason) {
        super(reason);
    }
}
