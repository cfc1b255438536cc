package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import java.io.Serializable;
import java.util.function.Function;
import java.util.stream.Stream;

/** One field at which errors stand. An error goes with the value that it is about. */
final class CheckedField<T, F extends Component & HasValue<?, T> & HasValidation & HasValidator<T>>
        implements Serializable {

    private final F field;
    private final transient Function<T, String> rule;
    private boolean stands;

    /** @param rule says what is wrong with a value, empty where nothing is */
    CheckedField(F field, Function<T, String> rule) {
        this.field = field;
        this.rule = rule;
        field.addValueChangeListener(change -> lookAgain());
    }

    /** Marks the field where its value can't be used. */
    boolean isValid() {
        say(problem());
        return !field.isInvalid();
    }

    /** Moves the keyboard to the field, unfolding what hides it. */
    void focus() {
        for (Component above = field; above != null; above = above.getParent().orElse(null)) {
            if (above instanceof Details details) {
                details.setOpened(true);
            }
        }
        Stream.concat(Stream.of(field), field.getChildren()) // of a group its first
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(first -> ((Focusable<?>) first).focus());
    }

    /** What was said about the value before is no longer true. */
    private void lookAgain() {
        if (stands) {
            say(problem());
        }
    }

    /** What the field itself holds against its value comes first, then the rule. */
    private String problem() {
        ValidationResult own = field.getDefaultValidator().apply(field.getValue(), null);
        if (!own.isError()) {
            return rule.apply(field.getValue());
        }
        return own.getErrorMessage().isEmpty() ? "This can't be used here." : own.getErrorMessage();
    }

    /** Puts an error at the field, also one that it cannot know of itself; none where the sentence is empty. */
    void say(String sentence) {
        stands = !sentence.isEmpty();
        field.setErrorMessage(sentence);
        field.setInvalid(stands);
    }
}
