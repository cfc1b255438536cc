package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import java.util.function.Supplier;
import org.deviceoffboarding.audit.evidence.EvidenceAbout;
import org.deviceoffboarding.audit.evidence.EvidenceRefusedException;
import org.deviceoffboarding.audit.evidence.EvidenceService;
import org.deviceoffboarding.audit.evidence.file.EvidenceForm;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.ui.transfer.StreamedDownload;

/** Links that take entries with their proofs away, for whoever may take the log away; nothing for others. */
@org.springframework.stereotype.Component
public class EvidenceLinks {

    private final EvidenceService evidence;
    private final CurrentActor currentActor;

    EvidenceLinks(EvidenceService evidence, CurrentActor currentActor) {
        this.evidence = evidence;
        this.currentActor = currentActor;
    }

    /**
     * Returns the links to evidence of all that concerns a device.
     *
     * @param name as it is called now; may be empty
     */
    public Component device(UUID objectId, String name) {
        return links("evidence-device-" + objectId, () -> new EvidenceAbout.Device(objectId, name));
    }

    /** Returns the links to evidence of all about a change request, and of what it did to its devices. */
    public Component request(long number) {
        return links("evidence-request-" + number, () -> new EvidenceAbout.Request(number));
    }

    /** Returns the links to evidence of what a filter of the log lets through when they are clicked. */
    Component filtered(Supplier<AuditFilter> filter) {
        return links("evidence-audit-log", () -> new EvidenceAbout.Filtered(filter.get()));
    }

    private Component links(String name, Supplier<EvidenceAbout> about) {
        Span links = new Span();
        links.addClassName("exports");
        if (currentActor.may(Capability.EXPORT_AUDIT_LOG)) {
            for (EvidenceForm form : EvidenceForm.values()) {
                links.add(link(name, form, about));
            }
        }
        return links;
    }

    private Anchor link(String name, EvidenceForm form, Supplier<EvidenceAbout> about) {
        Anchor link = StreamedDownload.link(
                "Evidence as " + form.name(),
                name + form.suffix(),
                form.contentType(),
                Capability.EXPORT_AUDIT_LOG,
                (out, beforeEach) -> {
                    try {
                        evidence.write(about.get(), form, out, beforeEach);
                    } catch (EvidenceRefusedException refused) {
                        throw new ListGoneException(String.valueOf(refused.getMessage()));
                    }
                });
        link.setTitle("The entries with what proves that nobody changed them, for whoever has no access here");
        return link;
    }
}
