package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Function;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestProgress;

/** Says what stops and what does not, and stops a request that is being carried out. */
class StopDialog extends RequestDialog {

    private final ChangeRequest request;
    private final transient RequestSubmissionService submissions;

    StopDialog(ChangeRequest request, RequestProgress progress, RequestSubmissionService submissions, Runnable done) {
        super("Stop: " + request.title() + "?", request.devices(), "Stop request", done);
        this.request = request;
        this.submissions = submissions;
        long waiting = progress.count(DeviceState.WAITING);
        long sent = progress.total()
                - waiting
                - progress.count(DeviceState.SKIPPED)
                - progress.count(DeviceState.TAKEN_OVER)
                - progress.count(DeviceState.DROPPED);
        fill(
                new Paragraph("What stops: nothing more is sent to Entra. " + Amounts.devices(waiting)
                        + " that still waited a moment ago " + (waiting == 1 ? "is" : "are") + " left alone."),
                new Paragraph(
                        sent == 0
                                ? "Entra was asked about none of them yet, so nothing has to be undone."
                                : whatDoesNot(request, sent)));
    }

    private static String whatDoesNot(ChangeRequest request, long sent) {
        return "What does not: Entra was already asked about " + Amounts.devices(sent) + ". What became of "
                + (sent == 1 ? "it" : "them") + " is found out and read back, and is not undone. " + after(request);
    }

    private static String after(ChangeRequest request) {
        return switch (request.action()) {
            case DISABLE -> "You can ask to re-enable what was disabled once the request has ended.";
            case DELETE -> "You can ask to restore what was deleted once the request has ended, where it is not final.";
            case ENABLE, RESTORE -> "";
        };
    }

    @Override
    Function<Progress, String> act() {
        return progress -> {
            submissions.stop(request.id());
            return "Stopped. What was sent already is read back.";
        };
    }
}
