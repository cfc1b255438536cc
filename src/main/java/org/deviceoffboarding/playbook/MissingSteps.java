package org.deviceoffboarding.playbook;

import java.util.List;

/** Tells what the playbook of a suggestion still requires. */
public interface MissingSteps {

    /**
     * Returns the required steps of earlier stages that are not done: nobody has ticked them, nor did the portal do them.
     *
     * @return their titles, in order; none if there is no such suggestion
     */
    List<String> before(Stage stage, long suggestionId);
}
