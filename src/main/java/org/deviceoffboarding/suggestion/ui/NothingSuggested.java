package org.deviceoffboarding.suggestion.ui;

import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.evaluation.Run;

/** Says that a run suggested nothing; that there is nothing to remove only where it looked at something. */
class NothingSuggested extends EmptyState {

    NothingSuggested(Run run) {
        super(
                run.progress().devicesRead() == 0 ? "Nothing was looked at" : "Nothing to remove",
                run.progress().devicesRead() == 0
                        ? "Run " + run.id() + " read no device at all."
                        : "Run %d read %s and flagged none. That is a good result."
                                .formatted(
                                        run.id(), Amounts.devices(run.progress().devicesRead())));
    }
}
