package org.deviceoffboarding.remediation.execution;

import java.util.List;

/** What the playbook requires before was taken back after the approval: nothing more is sent. */
final class StepsNotTickedException extends RuntimeException {

    StepsNotTickedException(List<String> titles) {
        super("The playbook requires this before, and it is no longer ticked: “" + String.join("”, “", titles)
                + "”. Have it done and ticked at the suggestion, then try again.");
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
