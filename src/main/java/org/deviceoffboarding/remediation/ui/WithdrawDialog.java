package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Function;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.ChangeRequest;

/** Takes a request back that nobody has decided about. */
class WithdrawDialog extends RequestDialog {

    private final ChangeRequest request;
    private final transient RequestSubmissionService submissions;

    WithdrawDialog(ChangeRequest request, RequestSubmissionService submissions, Runnable done) {
        super("Withdraw: " + request.title() + "?", request.devices(), "Withdraw request", done);
        this.request = request;
        this.submissions = submissions;
        fill(new Paragraph(
                "Nobody can approve it any more, and nothing is done to its devices. They can be asked for anew."));
    }

    @Override
    Function<Progress, String> act() {
        return progress -> {
            submissions.withdraw(request.id());
            return "Withdrawn. Nothing is done to its devices.";
        };
    }
}
