package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.deviceoffboarding.evaluation.Run;

/** Says what a run resets before it starts. */
class RunDialog extends ConfirmDialog {

    /**
     * @param keepProgress whether status and assignments go on for devices that are flagged again
     * @param outlook says what would make it fail
     */
    RunDialog(Optional<Run> result, boolean keepProgress, RunOutlook outlook, Runnable start) {
        setHeader("Start a run?");
        setText(new Div(
                new Paragraph(result.map(run -> whatIsReset(run, keepProgress))
                                .orElse("This is the first result, so nothing is reset.")
                        + " The run reads the tenant anew and changes nothing in it. It cannot be stopped or paused."),
                outlook));
        setConfirmText("Start run");
        setCancelable(true);
        addConfirmListener(event -> start.run());
    }

    private static String whatIsReset(Run result, boolean keepProgress) {
        return "This replaces the result of run %d: its %d %s%s. The run stays in Activity."
                .formatted(
                        result.id(),
                        result.suggestions(),
                        result.suggestions() == 1 ? "suggestion" : "suggestions",
                        keepProgress
                                ? "; status and assignments go on where devices are flagged again"
                                : ", with their status and assignments");
    }
}
