package org.deviceoffboarding.audit.transfer;

import java.util.Map;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.base.Labelled;

/** Entries about exports of the log. */
@AuditedFields(details = {"filter: what narrowed it, by name", "form: CSV, Excel or JSON Lines"})
@AuditedValues(field = "filter", of = Labelled.class)
sealed interface AuditExportAction extends AuditableAction {

    /** What narrowed the export, by name. */
    Map<String, String> filter();

    /** CSV, Excel or JSON Lines. */
    String form();

    @Override
    default String subject() {
        return "audit";
    }

    /** Returns the filter for people, such as " with person p-1, result failed"; empty where there is none. */
    default String narrowed() {
        return filter().isEmpty() ? "" : " with " + AuditFilter.words(filter());
    }

    /** Somebody began to take entries away; where no entry says that it is complete, it was cut off. */
    @AuditedAs(
            name = "audit.export-began",
            label = "Began to export the log",
            meaning = "Somebody began to take entries away. Where no entry says that it is complete, it was cut off.")
    record Began(Map<String, String> filter, String form) implements AuditExportAction {

        @Override
        public String action() {
            return "audit.export-began";
        }

        @Override
        public String summary() {
            return "Began to export the audit log" + narrowed() + " as " + form;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("filter", filter).with("form", form);
        }
    }

    /**
     * All that was asked for was sent.
     *
     * @param rows how many entries that were
     */
    @AuditedAs(
            name = "audit.exported",
            label = "Exported the log",
            meaning = "All entries that somebody asked for were sent.",
            details = "rows: how many entries")
    record Completed(Map<String, String> filter, String form, long rows) implements AuditExportAction {

        @Override
        public String action() {
            return "audit.exported";
        }

        @Override
        public String summary() {
            return "Exported %,d %s of the audit log".formatted(rows, rows == 1 ? "entry" : "entries") + narrowed()
                    + " as " + form;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("filter", filter).with("form", form).with("rows", rows);
        }
    }
}
