package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.Optional;
import org.deviceoffboarding.evaluation.Run;

/** Says what a run resets before it starts. */
class RunDialog extends ConfirmDialog {

    RunDialog(Optional<Run> result, Runnable start) {
        setHeader("Start a run?");
        setText(result.map(RunDialog::whatIsReset).orElse("This is the first result, so nothing is reset.")
                + " The run reads the tenant anew and changes nothing in it. It cannot be stopped or paused.");
        setConfirmText("Start run");
        setCancelable(true);
        addConfirmListener(event -> start.run());
    }

    private static String whatIsReset(Run result) {
        return "This replaces the result of run %d: its %d %s, with their status and assignments. The run stays in Activity."
                .formatted(result.id(), result.suggestions(), result.suggestions() == 1 ? "suggestion" : "suggestions");
    }
}
