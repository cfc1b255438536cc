package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The forms that a window shows. Asks before it goes on without what is unsaved in one of them. */
public final class OpenForms implements Serializable {

    /** The browser's own question, with the browser's own words, as long as something is unsaved. */
    private static final String ASK_WHEN_CLOSED = """
            window.portalUnsaved ??= event => event.preventDefault();
            window[$0 ? 'addEventListener' : 'removeEventListener']('beforeunload', window.portalUnsaved);
            """;

    private final UI ui;
    private final List<OpenForm> forms = new ArrayList<>();
    private boolean told;
    private @Nullable ConfirmDialog asking;

    private OpenForms(UI ui) {
        this.ui = ui;
        ui.addBeforeLeaveListener(this::beforeLeave);
    }

    /** Returns those of a window. */
    public static OpenForms of(UI ui) {
        OpenForms known = ComponentUtil.getData(ui, OpenForms.class);
        if (known == null) {
            known = new OpenForms(ui);
            ComponentUtil.setData(ui, OpenForms.class, known);
        }
        return known;
    }

    /** Does what leaves the portal, at once or, where something is unsaved, once the person has said so. */
    public void leave(Runnable leaving) {
        unsaved(form -> true)
                .ifPresentOrElse(
                        form -> ask(
                                "Leave without saving?",
                                "Leave without saving",
                                form.loss(),
                                () -> leaveNow(leaving),
                                () -> {}),
                        leaving);
    }

    /** Lets the window go where it is sent without a question of the browser: nothing could be saved any more. */
    public static void letGo(UI ui) {
        ui.getPage().executeJs(ASK_WHEN_CLOSED, false);
    }

    void add(OpenForm form) {
        forms.add(form);
        tellBrowser();
    }

    void remove(OpenForm form) {
        forms.remove(form);
        tellBrowser();
    }

    /** Has a dialog ask before it closes by {@code Esc} or a click beside it. Its buttons say what they do. */
    void guard(Dialog dialog) {
        if (ComponentUtil.getData(dialog, OpenForms.class) == null) {
            ComponentUtil.setData(dialog, OpenForms.class, this);
            dialog.addDialogCloseActionListener(closing -> unsaved(form -> form.isPartOf(dialog))
                    .ifPresentOrElse(
                            form -> ask(
                                    "Close without saving?",
                                    "Close without saving",
                                    form.loss(),
                                    dialog::close,
                                    () -> {}),
                            dialog::close));
        }
    }

    void tellBrowser() {
        boolean now = unsaved(form -> true).isPresent();
        if (now != told) {
            told = now;
            ui.getPage().executeJs(ASK_WHEN_CLOSED, now);
        }
    }

    private void beforeLeave(BeforeLeaveEvent event) {
        unsaved(form -> true).ifPresent(form -> {
            ContinueNavigationAction leaving = event.postpone();
            ask("Leave without saving?", "Leave without saving", form.loss(), leaving::proceed, leaving::cancel);
        });
    }

    private void leaveNow(Runnable leaving) {
        letGo(ui);
        leaving.run();
    }

    private Optional<OpenForm> unsaved(Predicate<OpenForm> which) {
        return forms.stream().filter(which).filter(OpenForm::wouldBeLost).findFirst();
    }

    /** A question that is open gives way to a newer one: whoever goes elsewhere meanwhile means that. */
    private void ask(String question, String goOn, String loss, Runnable going, Runnable staying) {
        Optional.ofNullable(asking).ifPresent(ConfirmDialog::close);
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(loss);
        dialog.setConfirmText(goOn);
        dialog.setCancelable(true);
        dialog.setCancelText("Stay");
        dialog.addConfirmListener(confirmed -> going.run());
        dialog.addCancelListener(cancelled -> staying.run());
        dialog.open();
        asking = dialog;
    }
}
