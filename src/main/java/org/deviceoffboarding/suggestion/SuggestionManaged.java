package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.audit.AuditableAction;

/** Somebody set how far a suggestion has come, or noted something. */
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
}
