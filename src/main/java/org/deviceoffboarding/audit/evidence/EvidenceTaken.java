package org.deviceoffboarding.audit.evidence;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.audit.evidence.file.EvidenceForm;
import org.deviceoffboarding.base.Labelled;

/**
 * Somebody began to take entries with their proofs out of the log.
 *
 * @param sealed how many entries the log had by the checkpoint that proves them
 */
@AuditedAs(
        name = "audit.evidence-taken",
        label = "Took evidence from the audit log",
        meaning = "Somebody took entries with their proofs, as a page or as JSON. Recorded as the file begins.",
        details = {
            "filter: what the entries were picked by, by name; none for the whole log",
            "form: HTML or JSON",
            "sealed: how many entries the log had by the checkpoint that proves them"
        })
@AuditedValues(field = "filter", of = Labelled.class)
record EvidenceTaken(EvidenceAbout about, EvidenceForm form, long sealed) implements AuditableAction {

    @Override
    public String action() {
        return "audit.evidence-taken";
    }

    @Override
    public String subject() {
        return switch (about) {
            case EvidenceAbout.Device device -> "device:" + device.objectId();
            case EvidenceAbout.Request request -> "request:" + request.number();
            case EvidenceAbout.Filtered filtered -> "audit";
        };
    }

    @Override
    public String summary() {
        return "Took evidence about " + about.words() + " as " + form;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("filter", about.asked())
                .with("form", form.name())
                .with("sealed", sealed);
    }

    @Override
    public List<AuditedDevice> devices() {
        return about instanceof EvidenceAbout.Device device
                ? List.of(new AuditedDevice(device.objectId(), null, device.name()))
                : List.of();
    }
}
