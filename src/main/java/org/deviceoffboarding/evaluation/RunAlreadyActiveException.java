package org.deviceoffboarding.evaluation;

/** A run was asked for while another goes on. */
public class RunAlreadyActiveException extends RuntimeException {

    public RunAlreadyActiveException() {
        super("A run is already going on. Wait until it has finished.");
    }
}
