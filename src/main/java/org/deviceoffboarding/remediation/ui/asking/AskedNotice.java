package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** Says that an action was asked for, with the way to the request. */
final class AskedNotice {

    /** Long enough to reach the link with the keyboard. */
    private static final int MILLIS = 20_000;

    private AskedNotice() {}

    static void show(ChangeRequest request) {
        Notification notice = new Notification();
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notice.close());
        close.setAriaLabel("Close");
        close.addThemeVariants(ButtonVariant.TERTIARY);
        Anchor link = RequestLink.of(request.id(), "Open request " + request.id());
        notice.add(new Span(sentence(request)), new Span(" "), link, close);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.setDuration(MILLIS);
        notice.open();
    }

    private static String sentence(ChangeRequest request) {
        return request.needsApproval()
                ? "Asked to " + RequestSentences.inSentence(request) + ". It waits for approval."
                : request.title() + ": it is being carried out.";
    }
}
