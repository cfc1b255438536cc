package org.deviceoffboarding.agent.setup;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.jspecify.annotations.Nullable;

/** What is found out about what the agent may. */
sealed interface ReadinessAction extends AuditableAction {

    @Override
    default String subject() {
        return "agent";
    }

    /**
     * @param lost permissions and roles that were not known to lack before
     * @param gained those that lacked before
     */
    @AuditedAs(
            name = "agent.readiness-changed",
            label = "Saw that the agent may do more or less",
            meaning =
                    "A permission or a role that the agent needs lacks, or is there again: found out by trying each. Entra's own audit"
                            + " log says who granted or withdrew it.",
            details = {"lost: permissions and roles that lack now", "gained: those that lacked before and work now"})
    record Changed(List<String> lost, List<String> gained) implements ReadinessAction {

        /** What could not be found out changes nothing: the last yes or no before it counts. */
        static Changed between(Map<String, KnownReadiness> before, Map<String, KnownReadiness> after) {
            return new Changed(
                    named(
                            after,
                            each -> definite(each) == ReadinessState.MISSING && isNews(before.get(needed(each)), each)),
                    named(
                            after,
                            each -> definite(each) == ReadinessState.GIVEN
                                    && definite(before.get(needed(each))) == ReadinessState.MISSING));
        }

        boolean isEmpty() {
            return lost.isEmpty() && gained.isEmpty();
        }

        @Override
        public String action() {
            return "agent.readiness-changed";
        }

        @Override
        public String summary() {
            String less = lost.isEmpty() ? "" : "The agent lacks " + String.join(", ", lost);
            String more = gained.isEmpty() ? "" : "The agent has again " + String.join(", ", gained);
            return less.isEmpty() || more.isEmpty() ? less + more : less + ". " + more;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("lost", lost).with("gained", gained);
        }

        /** That nobody granted what is optional is none. */
        private static boolean isNews(@Nullable KnownReadiness before, KnownReadiness now) {
            ReadinessState known = definite(before);
            return known == null ? !AgentPermission.isOptional(needed(now)) : known != ReadinessState.MISSING;
        }

        private static List<String> named(Map<String, KnownReadiness> of, Predicate<KnownReadiness> wanted) {
            return of.values().stream()
                    .filter(wanted)
                    .map(each -> AgentRole.wordsOr(needed(each)))
                    .sorted()
                    .toList();
        }

        private static String needed(KnownReadiness known) {
            return known.finding().needed();
        }

        private static @Nullable ReadinessState definite(@Nullable KnownReadiness known) {
            return known == null ? null : known.definite();
        }
    }
}
