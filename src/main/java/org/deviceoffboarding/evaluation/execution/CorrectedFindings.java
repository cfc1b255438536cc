package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.inventory.DeviceCorrected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes with what a run says of a device what the portal did to it since, in the transaction that corrects the inventory. */
@Component
class CorrectedFindings {

    private final FindingWriter findings;

    CorrectedFindings(FindingWriter findings) {
        this.findings = findings;
    }

    @EventListener
    void on(DeviceCorrected event) {
        findings.note(event.runId(), event.change());
    }
}
