package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;

/** Says that what a run found is no longer kept, where its lists would be. */
class ForgottenSection extends Composite<Section> {

    ForgottenSection(Instant since) {
        this("Since " + TimeDisplay.day(since)
                + " the suggestions of this run, its findings and the devices that it left out are no longer kept. Their"
                + " numbers stay, here and in the trend. An owner decides in Settings, Thresholds, how long results are"
                + " kept.");
    }

    private ForgottenSection(String sentences) {
        getContent().add(new Paragraph(sentences));
    }

    /** Says so of a run whose agent was removed. */
    static ForgottenSection withAgent(Instant removedAt) {
        return new ForgottenSection("On " + TimeDisplay.day(removedAt)
                + " the agent was removed that this was a run of, with all that its runs had found. What was done to devices by then"
                + " stays: see Removed devices, Approvals and the audit log.");
    }

    @Override
    protected Section initContent() {
        return new Section("No longer kept");
    }
}
