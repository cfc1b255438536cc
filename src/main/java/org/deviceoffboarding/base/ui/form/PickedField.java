package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import java.util.Optional;
import org.deviceoffboarding.base.TextLimits;

/**
 * Picks one of a list. What was typed and not picked is an error and stays to be mended: neither what was chosen before nor anything else
 * takes its place.
 *
 * @param <T> what is picked
 */
public abstract class PickedField<T> extends ComboBox<T> {

    private String unknown = "";

    protected PickedField(String label) {
        super(label);
        setManualValidation(true); // it knows better what is wrong
        setRequiredIndicatorVisible(true);
        addCustomValueSetListener(
                typed -> meant(typed.getDetail()).ifPresentOrElse(this::setValue, () -> typedOnly(typed.getDetail())));
        addValueChangeListener(change -> pickedAny());
    }

    /** Returns what a text that is not picked leaves no doubt about; nothing where each is to be picked. */
    protected Optional<T> meant(String typed) {
        return Optional.empty();
    }

    /**
     * Returns what is wrong while nothing is picked, and what to do, for people.
     *
     * @param typed what was typed instead, shortened; empty where nothing was
     */
    protected abstract String problem(String typed);

    /** Returns what is wrong while nothing is picked, and what to do, for people. */
    protected final String problem() {
        return problem(unknown);
    }

    private void typedOnly(String typed) {
        clear();
        unknown = TextLimits.shorten(typed.strip(), TextLimits.SEARCH);
        getElement().executeJs("this._inputElementValue = $0", typed);
        setErrorMessage(problem());
        setInvalid(true);
    }

    private void pickedAny() {
        if (getValue() != null) {
            unknown = "";
            setInvalid(false);
        }
    }

    @Override
    public Validator<T> getDefaultValidator() {
        return (value, context) -> value == null ? ValidationResult.error(problem()) : ValidationResult.ok();
    }
}
