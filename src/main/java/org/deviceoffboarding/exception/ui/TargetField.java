package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.exception.register.ExceptionTarget;

/** The part of a dialog that says what the exceptions are for. */
abstract class TargetField extends Div {

    /** Returns the words over the dialog. */
    abstract String title();

    /** Has something called whenever the person names something else. */
    void onChange(Runnable changed) {}

    /** Adds the fields, for errors to stand at. */
    void addTo(FormFields fields) {}

    /** Returns what to make exceptions for, where that is known without a question. */
    Optional<List<ExceptionTarget>> picked() {
        return Optional.empty();
    }

    /** Returns whether it stands there already what exceptions are for, so that what they leave out can be looked for at once. */
    boolean named() {
        return picked().filter(all -> !all.isEmpty()).isPresent();
    }

    /** Returns the words on the button that does it. */
    abstract String verb();

    /**
     * Returns what to make exceptions for. May ask Microsoft Graph.
     *
     * @throws org.deviceoffboarding.exception.register.ExceptionRefusedException with a sentence, if there is nothing such
     */
    abstract List<ExceptionTarget> targets();
}
