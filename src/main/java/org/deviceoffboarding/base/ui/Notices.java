package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.deviceoffboarding.base.ui.keyboard.Focus;

/** Short messages over the page. What must not be missed stays until it is closed. */
public final class Notices {

    private static final int SHORT_MILLIS = 4000;

    /** Long enough to reach a link; what it says may be different later. */
    private static final int LONG_MILLIS = 20_000;

    private Notices() {}

    /** Says that something was done. */
    public static void info(String sentence) {
        Notification.show(sentence, SHORT_MILLIS, Notification.Position.BOTTOM_START);
    }

    /** Says what came of something, with the way there, which has the focus. */
    public static void info(String sentence, Anchor wayThere) {
        Notification notification = closable(new Span(sentence + " "), wayThere);
        notification.setDuration(LONG_MILLIS);
        notification.open();
        Focus.on(wayThere);
    }

    /** Says that something was refused or went wrong, and what to do; stays until closed. */
    public static void problem(String sentence) {
        Notification notification = closable(new Span(sentence));
        notification.addThemeVariants(NotificationVariant.ERROR);
        notification.setAssertive(true);
        notification.setDuration(0);
        notification.open();
    }

    private static Notification closable(Component... content) {
        Notification notification = new Notification();
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notification.close());
        close.setAriaLabel("Close");
        close.addThemeVariants(ButtonVariant.TERTIARY);
        notification.add(content);
        notification.add(close);
        notification.setPosition(Notification.Position.BOTTOM_START);
        return notification;
    }
}
