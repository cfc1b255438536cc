package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A browser window, which is brought up to date at once for all that it is told of together: its lock is taken once, and one message sent. */
final class OpenWindow {

    private final UI page;
    private final Queue<Runnable> updates = new ConcurrentLinkedQueue<>();

    private OpenWindow(UI page) {
        this.page = page;
    }

    /** Called with the window's lock held. */
    static OpenWindow of(UI page) {
        OpenWindow window = ComponentUtil.getData(page, OpenWindow.class);
        if (window == null) {
            window = new OpenWindow(page);
            ComponentUtil.setData(page, OpenWindow.class, window);
        }
        return window;
    }

    void note(Runnable update) {
        updates.add(update);
    }

    void bringUpToDate() {
        try {
            page.access(this::update);
        } catch (UIDetachedException closedMeanwhile) {
            // Nobody looks any more; its detach listeners end the following.
        }
    }

    /** Where one fails, Vaadin is told, and the others come next. */
    private void update() {
        try {
            for (Runnable next = updates.poll(); next != null; next = updates.poll()) {
                next.run();
            }
        } finally {
            if (!updates.isEmpty()) {
                bringUpToDate();
            }
        }
    }
}
