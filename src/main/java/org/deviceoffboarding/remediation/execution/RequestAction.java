package org.deviceoffboarding.remediation.execution;

import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestProgress;
import org.deviceoffboarding.remediation.request.RequestWording;

/** What happens to change requests. */
sealed interface RequestAction extends AuditableAction {

    ChangeRequest request();

    @Override
    default String subject() {
        return "request:" + request().id();
    }

    record Asked(ChangeRequest request) implements RequestAction {
        @Override
        public String action() {
            return "request.asked";
        }

        @Override
        public String summary() {
            return "Asked to " + request.action().label().toLowerCase(java.util.Locale.ROOT) + " "
                    + RequestWording.devices(request.devices()) + " (" + request.source() + "): " + request.reason()
                    + (request.needsApproval() ? "" : " – few enough to need no approval");
        }
    }

    /** @param leftAlone how many of its devices were no longer flagged by what was in force then */
    record Approved(ChangeRequest request, int leftAlone, String note) implements RequestAction {
        @Override
        public String action() {
            return "request.approved";
        }

        @Override
        public String summary() {
            return "Approved: " + request.title() + ", asked for by "
                    + request.requestedBy().name()
                    + (leftAlone == 0
                            ? ""
                            : "; " + leftAlone + " of " + RequestWording.devices(request.devices())
                                    + " were no longer flagged by what is in force, and are left alone")
                    + (note.isBlank() ? "" : ": " + note);
        }
    }

    record Rejected(ChangeRequest request, String note) implements RequestAction {
        @Override
        public String action() {
            return "request.rejected";
        }

        @Override
        public String summary() {
            return "Rejected: " + request.title() + ", asked for by "
                    + request.requestedBy().name() + (note.isBlank() ? "" : ": " + note);
        }
    }

    /** @param why a sentence */
    record Refused(ChangeRequest request, String why) implements RequestAction {
        @Override
        public String action() {
            return "request.refused";
        }

        @Override
        public String summary() {
            return "Was refused to decide about '" + request.title() + "': " + why;
        }
    }

    record Withdrawn(ChangeRequest request) implements RequestAction {
        @Override
        public String action() {
            return "request.withdrawn";
        }

        @Override
        public String summary() {
            return "Withdrew: " + request.title();
        }
    }

    record Expired(ChangeRequest request) implements RequestAction {
        @Override
        public String action() {
            return "request.expired";
        }

        @Override
        public String summary() {
            return "Expired without a decision: " + request.title() + ", asked for by "
                    + request.requestedBy().name();
        }
    }

    record Stopped(ChangeRequest request, int dropped) implements RequestAction {
        @Override
        public String action() {
            return "request.stopped";
        }

        @Override
        public String summary() {
            return "Stopped: " + request.title() + "; nothing is done to " + RequestWording.devices(dropped)
                    + " of them";
        }
    }

    /** @param why sentences that say what to do */
    record Blocked(ChangeRequest request, String why) implements RequestAction {
        @Override
        public String action() {
            return "request.blocked";
        }

        @Override
        public String summary() {
            return "Does not go on: " + why;
        }
    }

    record TriedAgain(ChangeRequest request) implements RequestAction {
        @Override
        public String action() {
            return "request.tried-again";
        }

        @Override
        public String summary() {
            return "Lets it go on: " + request.title();
        }
    }

    record Done(ChangeRequest request, RequestProgress progress) implements RequestAction {
        @Override
        public String action() {
            return "request.done";
        }

        @Override
        public String summary() {
            return "Done: " + request.title() + " – "
                    + progress.devices().entrySet().stream()
                            .sorted(java.util.Map.Entry.comparingByKey())
                            .map(count -> count.getValue() + " "
                                    + count.getKey().label().toLowerCase(java.util.Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
    }
}
