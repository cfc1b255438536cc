package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.badge.Badge;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.evaluation.Run;

/** Where a run stands, in a word. */
final class RunPill {

    private RunPill() {}

    static Badge of(Run run) {
        return switch (run.status()) {
            case RUNNING -> Pill.progress(run.status().label());
            case COMPLETED -> Pill.good(run.status().label());
            case FAILED -> Pill.bad(run.status().label());
        };
    }
}
