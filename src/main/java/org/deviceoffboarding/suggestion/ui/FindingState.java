package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.badge.Badge;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.PortalWords;
import org.deviceoffboarding.removed.VerifiedChange;

/** The state of a flagged device in Entra, in a word: what the portal did to it stands for what its run had read. */
final class FindingState {

    private FindingState() {}

    static Badge pill(Finding row) {
        VerifiedChange change = row.change();
        if (change == null) {
            return Boolean.TRUE.equals(row.enabled()) ? Pill.bad(words(row)) : Pill.neutral(words(row));
        }
        Badge pill = change.kind() == VerifiedChange.Kind.ENABLED ? Pill.bad(words(row)) : Pill.good(words(row));
        pill.getElement().setAttribute("title", PortalWords.of(change));
        return pill;
    }

    static String words(Finding row) {
        VerifiedChange change = row.change();
        if (change == null) {
            return row.enabled() == null ? "Not known" : row.enabled() ? "Enabled" : "Disabled";
        }
        return switch (change.kind()) {
            case DISABLED -> "Disabled here";
            case TAKEN_OVER -> "Taken over";
            case ENABLED -> "Enabled again";
            case DELETED -> "Deleted";
            case RESTORED -> "Restored, disabled";
        };
    }
}
