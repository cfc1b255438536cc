package org.deviceoffboarding.remediation.upload;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** Somebody uploaded a list of IDs. What is asked for with it has entries of its own, which name the devices. */
@AuditedAs(
        name = "upload.ids-read",
        label = "Uploaded a list of IDs",
        meaning =
                "Somebody uploaded a file of IDs, to ask for an action on the devices that it names. Changes nothing by itself.",
        details = {
            "lines: how many IDs it has",
            "usable: how many of them name one device",
            "bytes: how large the file is"
        })
record IdsUploaded(int bytes, int lines, long usable) implements AuditableAction {

    static IdsUploaded of(byte[] file, List<UploadedId> lines) {
        return new IdsUploaded(
                file.length,
                lines.size(),
                lines.stream().filter(each -> each.problem() == null).count());
    }

    @Override
    public String action() {
        return "upload.ids-read";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return String.format(Locale.ENGLISH, "Uploaded a list of %,d IDs, of which %,d name a device", lines, usable);
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.with("lines", lines).with("usable", usable).with("bytes", bytes);
    }
}
