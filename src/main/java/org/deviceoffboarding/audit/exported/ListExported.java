package org.deviceoffboarding.audit.exported;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.base.Labelled;
import org.deviceoffboarding.base.ui.transfer.ListTaken;
import org.deviceoffboarding.base.words.Written;

/** Somebody took a list, or another file, away from a page. */
@AuditedAs(
        name = "list.exported",
        label = "Exported a list",
        meaning =
                "Somebody downloaded a list, or another file, from a page. Recorded when its last row was sent, or it was cut off.",
        details = {
            "file: its name",
            "page: the address of the page, with its filters",
            "filter: what was picked, by name",
            "rows: how many rows were sent",
            "whole: whether these were all"
        })
@AuditedValues(field = "filter", of = Labelled.class)
record ListExported(ListTaken taken) implements AuditableAction {

    @Override
    public String action() {
        return "list.exported";
    }

    @Override
    public String subject() {
        return "list:" + taken.file().replaceFirst("\\.[a-z]+$", "");
    }

    @Override
    public String summary() {
        String rows = Written.count(taken.rows(), "row", "rows");
        return taken.whole()
                ? "Downloaded " + taken.file() + (taken.rows() == 0 ? "" : " with " + rows)
                : "Began to download " + taken.file() + ", which was cut off after " + rows;
    }

    @Override
    public AuditResult result() {
        return taken.whole() ? AuditResult.DONE : AuditResult.FAILED;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("file", taken.file())
                .with("page", taken.page())
                .with("filter", FilterValues.of(taken.filter()))
                .with("rows", taken.rows())
                .with("whole", taken.whole());
    }
}
