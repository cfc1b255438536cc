package org.deviceoffboarding.task.team;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.base.assignee.Assignee;

/** What owners set for tasks. */
sealed interface TeamAction extends AuditableAction {

    private static List<String> names(Team team) {
        return team.members().stream().map(Assignee::name).toList();
    }

    @AuditedAs(
            name = "team.defined",
            label = "Defined a team",
            meaning = "An owner put people together as a team that tasks can be assigned to.",
            details = {"team: its number", "title: what it is called", "people: the names of who is in it"})
    record Defined(Team team) implements TeamAction {
        @Override
        public String action() {
            return "team.defined";
        }

        @Override
        public String subject() {
            return "team:" + team.id();
        }

        @Override
        public String summary() {
            return "Defined the team “" + team.name() + "” of " + team.members().size() + " people";
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE
                    .with("team", team.id())
                    .with("title", team.name())
                    .with("people", names(team));
        }
    }

    @AuditedAs(
            name = "team.changed",
            label = "Changed a team",
            meaning = "An owner gave a team another name, or put other people in it.",
            details = {"team: its number"},
            changes = {"title: what it is called", "people: the names of who is in it"})
    record Changed(Team before, Team after) implements TeamAction {
        @Override
        public String action() {
            return "team.changed";
        }

        @Override
        public String subject() {
            return "team:" + before.id();
        }

        @Override
        public String summary() {
            return "Changed the team “" + before.name() + "”"
                    + (before.name().equals(after.name()) ? "" : ", which is called “" + after.name() + "” now");
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE
                    .with("team", before.id())
                    .changed("title", before.name(), after.name())
                    .changed("people", names(before), names(after));
        }
    }

    @AuditedAs(
            name = "team.removed",
            label = "Removed a team",
            meaning =
                    "An owner took a team away: nothing more can be assigned to it. Its tasks stay its own until somebody hands them over.",
            details = {"team: its number", "title: what it was called", "people: the names of who was in it"})
    record Removed(Team team) implements TeamAction {
        @Override
        public String action() {
            return "team.removed";
        }

        @Override
        public String subject() {
            return "team:" + team.id();
        }

        @Override
        public String summary() {
            return "Removed the team “" + team.name() + "”";
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE
                    .with("team", team.id())
                    .with("title", team.name())
                    .with("people", names(team));
        }
    }

    @AuditedAs(
            name = "task.settings-changed",
            label = "Changed where tickets are",
            meaning = "An owner said at which address the tickets are whose numbers tasks have.",
            changes = "ticketAddress: the address, with {number} in the place of the number; empty for none")
    record SettingsChanged(String before, String after) implements TeamAction {
        @Override
        public String action() {
            return "task.settings-changed";
        }

        @Override
        public String subject() {
            return "";
        }

        @Override
        public String summary() {
            return after.isEmpty() ? "Took the address of tickets away" : "Said that tickets are at " + after;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.changed("ticketAddress", before, after);
        }
    }
}
