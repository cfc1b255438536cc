package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages over the page. What must not be missed stays until it is closed. */
public final class Notices {

    private static final int SHORT_MILLIS = 4000;

    private Notices() {}

    /** Says that something was done. */
    public static void info(String sentence) {
        Notification.show(sentence, SHORT_MILLIS, Notification.Position.BOTTOM_START);
    }

    /** Says that something was refused or went wrong, and what to do; stays until closed. */
    public static void problem(String sentence) {
        Notification notification = new Notification();
        notification.addThemeVariants(NotificationVariant.ERROR);
        notification.setAssertive(true);
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notification.close());
        close.setAriaLabel("Close");
        close.addThemeVariants(ButtonVariant.TERTIARY);
        notification.add(new Span(sentence), close);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.setDuration(0);
        notification.open();
    }
}
