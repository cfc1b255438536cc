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

    private static final String TELL_VALUE = "const typed = document.activeElement; typed.blur(); typed.focus();";

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
        ask(new Question("Leave", form -> true, () -> leaveNow(leaving), () -> {}));
    }

    /** Lets the window go where it is sent without a question of the browser: nothing could be saved any more. */
    public static void letGo(UI ui) {
        ui.getPage().executeJs(ASK_WHEN_CLOSED, false);
    }

    /** Returns whether something would be lost if the window were made anew now. */
    public boolean haveUnsaved() {
        return unsaved(form -> true).isPresent();
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
            dialog.addDialogCloseActionListener(
                    closing -> ask(new Question("Close", form -> form.isPartOf(dialog), dialog::close, () -> {})));
        }
    }

    void tellBrowser() {
        boolean now = haveUnsaved();
        if (now != told) {
            told = now;
            ui.getPage().executeJs(ASK_WHEN_CLOSED, now);
        }
    }

    private void beforeLeave(BeforeLeaveEvent event) {
        if (haveUnsaved()) {
            ContinueNavigationAction leaving = event.postpone();
            ask(new Question("Leave", form -> true, leaving::proceed, leaving::cancel));
        }
    }

    private void leaveNow(Runnable leaving) {
        letGo(ui);
        leaving.run();
    }

    private Optional<OpenForm> unsaved(Predicate<OpenForm> which) {
        return forms.stream().filter(which).filter(OpenForm::wouldBeLost).findFirst();
    }

    /**
     * What the person is asked before something is done.
     *
     * @param verb what is done to the forms
     * @param which forms it is done to
     */
    private record Question(String verb, Predicate<OpenForm> which, Runnable going, Runnable staying) {}

    /** Asks at once, or as soon as the field that is being typed into has told its value: behind a dialog it no longer can. */
    private void ask(Question question) {
        if (forms.stream().filter(question.which()).anyMatch(OpenForm::isTypedInto)) {
            ui.getPage().executeJs(TELL_VALUE).then(value -> askNow(question));
        } else {
            askNow(question);
        }
    }

    private void askNow(Question question) {
        unsaved(question.which()).ifPresentOrElse(form -> open(question, form.loss()), question.going());
    }

    /** A question that is open gives way to a newer one: whoever goes elsewhere meanwhile means that. */
    private void open(Question question, String loss) {
        Optional.ofNullable(asking).ifPresent(ConfirmDialog::close);
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question.verb() + " without saving?");
        dialog.setText(loss);
        dialog.setConfirmText("Stay"); // what the keyboard is on loses nothing
        dialog.setRejectable(true);
        dialog.setRejectText(question.verb());
        dialog.addConfirmListener(confirmed -> question.staying().run());
        dialog.addCancelListener(escaped -> question.staying().run());
        dialog.addRejectListener(rejected -> question.going().run());
        dialog.open();
        asking = dialog;
    }
}
