package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.binder.HasValidator;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The fields of a form, in their order: errors stand at them, whoever finds them, and go once the value is mended. */
public final class FormFields implements Serializable {

    private final Map<String, CheckedField<?, ?>> fields = new LinkedHashMap<>();

    /** @param name as services name what they refuse */
    public <T, F extends Component & HasValue<?, T> & HasValidation & HasValidator<T>> FormFields with(
            String name, F field) {
        return with(name, field, value -> "");
    }

    /** @param rule says what is wrong with a value that the field itself would take; empty where nothing is */
    public <T, F extends Component & HasValue<?, T> & HasValidation & HasValidator<T>> FormFields with(
            String name, F field, Function<T, String> rule) {
        fields.put(name, new CheckedField<>(field, rule));
        field.addValueChangeListener(change -> fields.values().forEach(CheckedField::lookAgainBesideOthers));
        return this;
    }

    /** Returns whether every field holds something usable; marks those that do not, and moves the keyboard to the first. */
    public boolean areValid() {
        List<CheckedField<?, ?>> wrong =
                fields.values().stream().filter(field -> !field.isValid()).toList();
        wrong.stream().findFirst().ifPresent(CheckedField::focus);
        return wrong.isEmpty();
    }

    /**
     * Says at a field what was refused about it, and moves the keyboard there.
     *
     * @return whether there is such a field; else it has to be said elsewhere
     */
    public boolean say(String name, String sentence) {
        CheckedField<?, ?> field = fields.get(name);
        if (field == null) {
            return false;
        }
        field.tell(sentence);
        field.focus();
        return true;
    }
}
