package org.deviceoffboarding.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.signin.SignInRefusal;

/** What happens at the door. */
sealed interface AccessAction extends AuditableAction {

    String TIMES = "times: how often it was repeated after the first time, where this entry tells that";
    String SINCE = "since: when the first time was, where this entry tells of repetitions";

    @Override
    default String subject() {
        return "";
    }

    @AuditedAs(
            name = "access.signed-in",
            label = "Signed in",
            meaning = "A person signed in to the portal with the tenant.",
            details = "roles: what the tenant lets the person do here; empty where it gave no role")
    record SignedIn(String roles) implements AccessAction {
        @Override
        public String action() {
            return "access.signed-in";
        }

        @Override
        public String summary() {
            return roles.isEmpty() ? "Signed in, without a role" : "Signed in as " + roles;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("roles", roles);
        }
    }

    @AuditedAs(name = "access.signed-out", label = "Signed out", meaning = "A person signed out of the portal.")
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

    @AuditedAs(
            name = "access.sign-in-failed",
            label = "Could not sign in",
            meaning = "Somebody tried to sign in and could not. Repeated within an hour it is counted only.",
            details = {
                "problem: what kind of problem",
                "reason: why the tenant refused, in a few words; none where it did not",
                "code: Microsoft's own code, or OAuth's; none where the tenant did not refuse",
                TIMES,
                SINCE
            })
    @AuditedValues(field = "problem", of = SignInProblem.class)
    record SignInFailed(SignInProblem problem, String reason, String code) implements AccessAction {

        static SignInFailed of(FailedSignIn failed) {
            SignInRefusal refusal = failed.refusal();
            return refusal == null
                    ? new SignInFailed(failed.problem(), "", "")
                    : new SignInFailed(failed.problem(), refusal.reason().label(), refusal.code());
        }

        @Override
        public String action() {
            return "access.sign-in-failed";
        }

        @Override
        public String summary() {
            return "Could not sign in: " + problem.title()
                    + (code.isEmpty() ? "" : ": " + reason.toLowerCase(Locale.ROOT) + " (" + code + ")");
        }

        @Override
        public AuditResult result() {
            return problem == SignInProblem.CANCELLED || problem == SignInProblem.REFUSED
                    ? AuditResult.REFUSED
                    : AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            AuditDetails details = AuditDetails.NONE.with("problem", problem);
            return code.isEmpty() ? details : details.with("reason", reason).with("code", code);
        }
    }

    /** @param what the page or operation that was refused */
    @AuditedAs(
            name = "access.refused",
            label = "Was refused",
            meaning =
                    "A person tried to open a page or to do something without the role for it. Repeated within an hour it is counted only.",
            details = {"what: the page, or what it takes", TIMES, SINCE})
    record Refused(String what) implements AccessAction {
        @Override
        public String action() {
            return "access.refused";
        }

        @Override
        public String summary() {
            return "Was refused " + what;
        }

        @Override
        public AuditResult result() {
            return AuditResult.REFUSED;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("what", what);
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
        public AuditResult result() {
            return refusal.result();
        }

        @Override
        public AuditDetails details() {
            return refusal.details().with("times", times).with("since", since);
        }

        @Override
        public String summary() {
            return refusal.summary() + ": " + times
                    + (times == 1 ? " further refusal since " : " further refusals since ") + TIME.format(since);
        }
    }
}
