package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.base.assignee.Assignee;
import org.jspecify.annotations.Nullable;

/** Somebody said whose a suggestion is. */
@AuditedAs(
        name = "suggestion.assigned",
        label = "Assigned a suggestion",
        meaning =
                "Somebody said which person or team a suggestion is for, or that it is nobody's. Changes nothing in the tenant.",
        details = {
            "suggestion: its number",
            "run: the number of the run that made it",
            "title: what it is called",
            "devices: how many devices it holds for"
        },
        changes = "assignee: the name of whose it is; empty for nobody's")
record SuggestionAssigned(Suggestion before, @Nullable Assignee to) implements AuditableAction {

    @Override
    public String action() {
        return "suggestion.assigned";
    }

    @Override
    public String subject() {
        return "suggestion:" + before.id();
    }

    @Override
    public String summary() {
        return "Assigned “" + before.title() + "” to " + (to == null ? "nobody" : to.name());
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("suggestion", before.id())
                .with("run", before.runId())
                .with("title", before.title())
                .with("devices", before.devices())
                .changed("assignee", name(before.assignee()), name(to));
    }

    private static String name(@Nullable Assignee assignee) {
        return assignee == null ? "" : assignee.name();
    }
}
