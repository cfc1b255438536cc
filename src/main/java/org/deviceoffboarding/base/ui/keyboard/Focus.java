package org.deviceoffboarding.base.ui.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.io.ClassPathResource;

/**
 * Keeps who works with the keyboard, or hears the page, on something: {@code focus.js} says where the focus goes when what had it
 * goes away. On another page it goes to the title.
 */
@org.springframework.stereotype.Component
public class Focus implements VaadinServiceInitListener {

    private static final String ARRIVED = "document.dispatchEvent(new Event('portal-arrived'))";
    private static final String SCRIPT = read();

    Focus() {}

    /** Brings the focus to what came of an action, once dialogs are closed. The component is part of the page, or about to be. */
    public static void on(Component happened) {
        happened.getElement()
                .executeJs("this.dispatchEvent(new Event('portal-happened', { bubbles: true, composed: true }))");
    }

    /**
     * Brings the focus to the heading of the page, once dialogs are closed: for what leaves the page as a whole something else, such as a
     * thing that is done. What has the focus within the page by then keeps it.
     */
    public static void onHeading() {
        UI.getCurrent().getPage().executeJs(ARRIVED);
    }

    @Override
    public void serviceInit(ServiceInitEvent started) {
        started.getSource().addUIInitListener(Focus::keep);
    }

    private static void keep(UIInitEvent opened) {
        UI window = opened.getUI();
        window.getPage().executeJs(SCRIPT);
        AtomicReference<String> shown = new AtomicReference<>();
        window.addAfterNavigationListener(arrived -> {
            String before = shown.getAndSet(path(arrived));
            if (before != null && !before.equals(shown.get())) {
                window.getPage().executeJs(ARRIVED);
            }
        });
    }

    private static String path(AfterNavigationEvent arrived) {
        return arrived.getLocation().getPath();
    }

    private static String read() {
        try {
            return new ClassPathResource("focus.js", Focus.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
