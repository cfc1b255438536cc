package org.deviceoffboarding.audit.seal;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/**
 * Rows were to be sealed whose hash is not that of what they say.
 *
 * @param ids in their order
 */
@AuditedAs(
        name = "audit.rows-refused",
        label = "Refused to seal rows",
        meaning =
                "Rows of the log were to be sealed whose hash is not that of what they say: somebody other than the portal stored them, or"
                        + " changed them before they were sealed. They are never sealed, and prove nothing.",
        details = {"rows: how many", "first: the first of them, by their IDs in audit_entry; at most 20"})
record EntriesRefused(List<Long> ids) implements AuditableAction {

    private static final int NAMED = 20;

    EntriesRefused {
        ids = List.copyOf(ids);
    }

    @Override
    public String action() {
        return "audit.rows-refused";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return "Refused to seal "
                + (ids.size() == 1
                        ? "row " + ids.getFirst() + ", whose hash is not that of what it says"
                        : String.format(
                                Locale.ENGLISH,
                                "%,d rows from %d on, whose hashes are not those of what they say",
                                ids.size(),
                                ids.getFirst()))
                + ": somebody other than the portal stored or changed " + (ids.size() == 1 ? "it" : "them");
    }

    @Override
    public AuditResult result() {
        return AuditResult.FAILED;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("rows", ids.size())
                .with("first", ids.stream().limit(NAMED).toList());
    }
}
