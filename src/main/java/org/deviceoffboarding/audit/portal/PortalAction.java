package org.deviceoffboarding.audit.portal;

import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** What happens to the portal itself. */
sealed interface PortalAction extends AuditableAction {

    @Override
    default String subject() {
        return "portal";
    }

    /**
     * @param versionBefore the version that was started before; empty where there was none
     * @param schemaBefore the newest migration that the database had then; empty where there was none
     */
    @AuditedAs(
            name = "portal.started",
            label = "Started the portal",
            meaning =
                    "A portal is ready. Where no entry says that the one before stopped, it was killed or still runs on another machine.",
            details = {
                "version: of the portal; empty where it is not built as a release",
                "java: the version of Java that it runs on",
                "schema: the newest migration of its database",
                "migrations: what was changed in the database's tables since a portal was started last; none where nothing was"
            },
            changes = {"version: of the portal", "schema: the newest migration of its database"})
    record Started(PortalState state, String java, String versionBefore, String schemaBefore) implements PortalAction {
        @Override
        public String action() {
            return "portal.started";
        }

        @Override
        public String summary() {
            String version = state.version().isEmpty() ? "" : ", version " + state.version();
            int migrations = state.since(schemaBefore).size();
            return "Started the portal" + version
                    + switch (migrations) {
                        case 0 -> "";
                        case 1 -> "; the database was brought up to date by 1 migration";
                        default -> "; the database was brought up to date by " + migrations + " migrations";
                    };
        }

        @Override
        public AuditDetails details() {
            AuditDetails details = AuditDetails.NONE
                    .with("version", state.version())
                    .with("java", java)
                    .with("schema", state.schema());
            if (!schemaBefore.isEmpty()) {
                details = details.changed("version", versionBefore, state.version())
                        .changed("schema", schemaBefore, state.schema());
            }
            return state.since(schemaBefore).isEmpty()
                    ? details
                    : details.with("migrations", state.since(schemaBefore));
        }
    }

    @AuditedAs(
            name = "portal.stopped",
            label = "Stopped the portal",
            meaning = "A portal stops in good order. One that is killed leaves no such entry.",
            details = "version: of the portal; empty where it is not built as a release")
    record Stopped(String version) implements PortalAction {
        @Override
        public String action() {
            return "portal.stopped";
        }

        @Override
        public String summary() {
            return "Stops the portal" + (version.isEmpty() ? "" : ", version " + version);
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("version", version);
        }
    }

    /**
     * @param lastSeen when the database was last known to answer
     * @param seenAgain when it was seen to answer again
     */
    @AuditedAs(
            name = "portal.database-returned",
            label = "Found the database again",
            meaning =
                    "The database was restarted, or could not be reached, and answers again. What was being done meanwhile was repeated, or"
                            + " failed and said so.",
            details = {"lastSeen: when it was last known to answer", "seenAgain: when it was seen to answer again"})
    record DatabaseFound(Instant lastSeen, Instant seenAgain) implements PortalAction {
        @Override
        public String action() {
            return "portal.database-returned";
        }

        @Override
        public String summary() {
            return "Reached the database again, after at most "
                    + Duration.between(lastSeen, seenAgain).toSeconds() + " seconds";
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("lastSeen", lastSeen).with("seenAgain", seenAgain);
        }
    }
}
