package org.deviceoffboarding.access;

import org.deviceoffboarding.audit.AuditableAction;

/** What happens at the door. */
sealed interface AccessAction extends AuditableAction {

    @Override
    default String subject() {
        return "";
    }

    record SignedIn(String roles) implements AccessAction {
        @Override
        public String action() {
            return "access.signed-in";
        }

        @Override
        public String summary() {
            return roles.isEmpty() ? "Signed in, without a role" : "Signed in as " + roles;
        }
    }

    record SignedOut() implements AccessAction {
        @Override
        public String action() {
            return "access.signed-out";
        }

        @Override
        public String summary() {
            return "Signed out";
        }
    }

    record SignInFailed(SignInProblem problem) implements AccessAction {
        @Override
        public String action() {
            return "access.sign-in-failed";
        }

        @Override
        public String summary() {
            return "Could not sign in: " + problem.title();
        }
    }

    /** @param what the page or operation that was refused */
    record Refused(String what) implements AccessAction {
        @Override
        public String action() {
            return "access.refused";
        }

        @Override
        public String summary() {
            return "Was refused " + what;
        }
    }
}
