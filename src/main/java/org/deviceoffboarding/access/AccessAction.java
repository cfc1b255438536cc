package org.deviceoffboarding.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    /**
     * @param refusal what was refused, which has an entry of its own
     * @param since when that was
     */
    record Repeated(AccessAction refusal, long times, Instant since) implements AccessAction {

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

        @Override
        public String action() {
            return refusal.action();
        }

        @Override
        public String summary() {
            return refusal.summary() + ": " + times
                    + (times == 1 ? " further refusal since " : " further refusals since ") + TIME.format(since);
        }
    }
}
