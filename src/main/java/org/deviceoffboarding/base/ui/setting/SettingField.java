package org.deviceoffboarding.base.ui.setting;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.deviceoffboarding.base.setting.LastChange;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form of settings: what it shows of what is saved, whether it holds something else, and what somebody else saved
 * there while it was changed.
 *
 * @param <S> what is saved, of which this field shows a part
 */
public final class SettingField<S, T> implements Serializable {

    private final HasValue<?, T> field;
    private final transient Function<S, @Nullable T> shown;
    private final SettingHelp help;
    private boolean contested;

    private <F extends HasValue<?, T> & HasHelper> SettingField(
            F field, Function<S, @Nullable T> shown, String meaning) {
        this.field = field;
        this.shown = shown;
        this.help = new SettingHelp(meaning);
        field.setHelperComponent(help);
    }

    /**
     * @param shown tells what the field shows of what is saved; null where it is empty
     * @param meaning a sentence or two, with the range
     */
    public static <S, T, F extends HasValue<?, T> & HasHelper> SettingField<S, T> of(
            F field, Function<S, @Nullable T> shown, String meaning) {
        return new SettingField<>(field, shown, meaning);
    }

    /** Returns whether somebody else saved another value than what is entered, and the person has not said which is to stay. */
    public boolean isContested() {
        return contested;
    }

    /** The person has said that what the field holds is to stay. */
    public void settle() {
        contested = false;
        help.showMeanwhile("");
    }

    /** Puts what is saved into the field. */
    public void show(S saved) {
        T value = shown.apply(saved);
        if (value == null) {
            field.clear();
        } else {
            field.setValue(value);
        }
    }

    /** @param last who changed it last; null where nobody did */
    public void showLast(@Nullable LastChange last, Instant now) {
        help.showLast(last, now);
    }

    /** Returns whether the field holds what is saved. */
    public boolean isAsIn(S saved) {
        return Objects.equals(value(), shown.apply(saved))
                && !(field instanceof HasValidation validated && validated.isInvalid());
    }

    /**
     * Takes over what somebody else saved, unless the person changed the field: that stays, with a line that says what the other
     * saved.
     *
     * @param who did, for people
     * @return whether both changed it, to different values
     */
    public boolean takeOver(S before, S theirs, String who) {
        if (isAsIn(before)) {
            show(theirs);
        }
        if (isAsIn(theirs)) {
            settle();
            return false;
        }
        if (!Objects.equals(shown.apply(before), shown.apply(theirs))) {
            contested = true;
            help.showMeanwhile(who
                    + " saved something else here meanwhile. What you entered stays until you say which is to stay.");
        }
        return contested;
    }

    private @Nullable T value() {
        return field.isEmpty() && field.getEmptyValue() == null ? null : field.getValue();
    }
}
