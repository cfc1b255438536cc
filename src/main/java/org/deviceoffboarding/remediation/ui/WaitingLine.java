package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.base.ui.Amounts;

/** Says to a person who may approve how many requests wait for them, and how many of their own wait for someone else. */
class WaitingLine extends Paragraph {

    private final transient ApprovalPermissions permissions;

    WaitingLine(ApprovalPermissions permissions) {
        this.permissions = permissions;
        addClassName("waiting-line");
        getElement().setAttribute("role", "status");
    }

    void refresh() {
        ApprovalPermissions.Waiting waiting = permissions.waiting();
        String own =
                switch ((int) Math.min(2, waiting.own())) {
                    case 0 -> "";
                    case 1 -> " 1 of your own waits for someone else.";
                    default -> " " + Amounts.number(waiting.own()) + " of your own wait for someone else.";
                };
        setText(forMe(waiting.forMe()) + own);
    }

    private static String forMe(long count) {
        if (count == 0) {
            return "No request waits for you.";
        }
        return count == 1 ? "1 request waits for you." : Amounts.number(count) + " requests wait for you.";
    }
}
