package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;

/** Says that what a run found is no longer kept, where its lists would be. */
class ForgottenSection extends Composite<Section> {

    ForgottenSection(Instant since) {
        getContent()
                .add(new Paragraph("Since " + TimeDisplay.day(since)
                        + " the suggestions of this run, its findings and the devices that it left out are no longer kept. Their"
                        + " numbers stay, here and in the trend. An owner decides in Settings, Thresholds, how long results are"
                        + " kept."));
    }

    @Override
    protected Section initContent() {
        return new Section("No longer kept");
    }
}
