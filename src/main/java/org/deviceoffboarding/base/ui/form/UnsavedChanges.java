package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.DebouncePhase;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was changed in a form and is not saved. Whoever leaves the page, signs out, closes the window, or closes the form's
 * dialog by {@code Esc} or by a click beside it, is asked first; nobody is where nothing would be lost.
 */
public final class UnsavedChanges implements OpenForm {

    private static final int PAUSE_MILLIS = 300;

    private static final String INTO_TEXT =
            "event.target.matches('input:not([type=checkbox]):not([type=radio]), textarea')";

    private final Component form;
    private final transient BooleanSupplier changed;
    private final String loss;
    private boolean typing;
    private @Nullable OpenForms open;

    private UnsavedChanges(Component form, BooleanSupplier changed, String loss) {
        this.form = form;
        this.changed = changed;
        this.loss = loss;
    }

    /**
     * Watches a form for as long as it is part of a page.
     *
     * @param form with all its fields
     * @param changed tells whether its fields hold what would be lost
     * @param loss says what becomes of it where it is left, in a sentence
     */
    public static UnsavedChanges of(Component form, BooleanSupplier changed, String loss) {
        UnsavedChanges unsaved = new UnsavedChanges(form, changed, loss);
        fields(form).forEach(field -> field.addValueChangeListener(change -> unsaved.look()));
        unsaved.followTyping();
        form.addAttachListener(unsaved::opened);
        form.addDetachListener(detached -> unsaved.closed());
        return unsaved;
    }

    /** Looks whether something is unsaved: to be called after what is no field's value was changed, or all was saved. */
    public void look() {
        typing = false;
        tell();
    }

    @Override
    public boolean wouldBeLost() {
        boolean closing = dialogs().anyMatch(dialog -> !dialog.isOpened());
        return !closing && (typing || changed.getAsBoolean());
    }

    @Override
    public boolean isTypedInto() {
        return typing;
    }

    @Override
    public String loss() {
        return loss;
    }

    @Override
    public boolean isPartOf(Component whole) {
        return ancestors().anyMatch(whole::equals);
    }

    private void opened(AttachEvent event) {
        UI ui = event.getUI();
        open = OpenForms.of(ui);
        open.add(this);
        dialogs().forEach(open::guard);
    }

    private void closed() {
        typing = false;
        Optional.ofNullable(open).ifPresent(forms -> forms.remove(this));
    }

    /** Most fields tell their value only once they are left, and a page can be left before. */
    private void followTyping() {
        form.getElement()
                .addEventListener("input", typed -> {
                    typing = true;
                    tell();
                })
                .setFilter(INTO_TEXT)
                .debounce(PAUSE_MILLIS, DebouncePhase.LEADING);
        form.getElement().addEventListener("focusout", left -> look());
    }

    private void tell() {
        Optional.ofNullable(open).ifPresent(OpenForms::tellBrowser);
    }

    private Stream<Dialog> dialogs() {
        return ancestors().filter(Dialog.class::isInstance).map(Dialog.class::cast);
    }

    private Stream<Component> ancestors() {
        return Stream.iterate(
                        Optional.of(form), Optional::isPresent, component -> component.flatMap(Component::getParent))
                .flatMap(Optional::stream);
    }

    private static Stream<HasValue<?, ?>> fields(Component part) {
        return part instanceof HasValue<?, ?> field
                ? Stream.of(field)
                : part.getChildren().flatMap(UnsavedChanges::fields);
    }
}
