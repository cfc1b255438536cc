package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedValues;

/** Somebody set how far a suggestion has come, or noted something. */
@AuditedAs(
        name = "suggestion.managed",
        label = "Worked on a suggestion",
        meaning = "Somebody set how far a suggestion has come, or noted something. Changes nothing in the tenant.",
        details = {
            "suggestion: its number",
            "run: the number of the run that made it",
            "title: what it is called",
            "devices: how many devices it holds for",
            "note: what was noted; may be empty"
        },
        changes = "status: how far it has come")
@AuditedValues(field = "status", of = SuggestionStatus.class)
record SuggestionManaged(Suggestion before, SuggestionStatus status, String note) implements AuditableAction {

    @Override
    public String action() {
        return "suggestion.managed";
    }

    @Override
    public String subject() {
        return "suggestion:" + before.id();
    }

    @Override
    public String summary() {
        String what = before.status() == status
                ? "Noted on “%s” (%s)".formatted(before.title(), status.label())
                : "Set “%s” from %s to %s"
                        .formatted(before.title(), before.status().label(), status.label());
        return note.isEmpty() ? what : what + ": " + note;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("suggestion", before.id())
                .with("run", before.runId())
                .with("title", before.title())
                .with("devices", before.devices())
                .with("note", note)
                .changed("status", before.status(), status);
    }
}
