package org.deviceoffboarding.base.ui.work;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deviceoffboarding.base.Progress;

/** What is found out about many things before a dialog about them opens. Of few nobody sees it. */
public final class WorkDialog extends Dialog {

    private WorkDialog(String title, LongWork work) {
        super(title);
        setWidth("min(640px, 94vw)");
        add(work);
        getFooter().add(new Button("Cancel", click -> close()));
    }

    /**
     * @param title of the dialog that is to come
     * @param doing what goes on, for the person
     * @param things how many it is about
     * @param next given what was found out, unless the person has closed this before
     */
    public static <R> void before(
            String title, String doing, long things, Function<Progress, R> look, Consumer<R> next) {
        LongWork work = new LongWork();
        WorkDialog dialog = new WorkDialog(title, work);
        work.find(doing, things, look, found -> {
            dialog.close();
            next.accept(found.get());
        });
        if (work.goesOn()) {
            dialog.open();
        }
    }
}
