package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serializable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field at which errors stand. An error goes with the value that it is about: as soon as it is mended, not only once the field is
 * left.
 */
final class CheckedField<T, F extends Component & HasValue<?, T> & HasValidation & HasValidator<T>>
        implements Serializable {

    private final F field;
    private final transient Function<T, String> rule;
    private boolean stands;
    private boolean told;
    private @Nullable ValueChangeMode usual;

    /** @param rule says what is wrong with a value, empty where nothing is */
    CheckedField(F field, Function<T, String> rule) {
        this.field = field;
        this.rule = rule;
        field.addValueChangeListener(change -> lookAgain());
        field.addValidationStatusChangeListener(changed -> lookAgain()); // of what is typed and is no value
    }

    /** Marks the field where its value can't be used. */
    boolean isValid() {
        say(problem(), false);
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

    /** Puts an error at the field that it cannot know of itself. */
    void tell(String sentence) {
        say(sentence, true);
    }

    /** Another field was changed, and what is wrong here may have been so beside its value only. */
    void lookAgainBesideOthers() {
        if (stands && !told) {
            say(problem(), false);
        }
    }

    /** What was said about the value before is no longer true. */
    private void lookAgain() {
        if (stands) {
            say(problem(), false);
        } else if (!field.isInvalid()) {
            field.setErrorMessage(""); // what the field said by itself, which a screen reader would find again
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

    /** @param sentence no error where it is empty */
    private void say(String sentence, boolean fromElsewhere) {
        stands = !sentence.isEmpty();
        told = fromElsewhere;
        field.setErrorMessage(sentence);
        field.setInvalid(stands);
        hearTyping();
    }

    /** Most fields tell their value only once they are left. */
    private void hearTyping() {
        if (field instanceof HasValueChangeMode typed) {
            if (stands && usual == null) {
                usual = typed.getValueChangeMode();
                typed.setValueChangeMode(usual == ValueChangeMode.EAGER ? usual : ValueChangeMode.LAZY);
            } else if (!stands && usual != null) {
                typed.setValueChangeMode(usual);
                usual = null;
            }
        }
    }
}
