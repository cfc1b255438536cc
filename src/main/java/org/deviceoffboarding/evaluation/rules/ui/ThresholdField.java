package org.deviceoffboarding.evaluation.rules.ui;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.deviceoffboarding.base.setting.LastChange;
import org.deviceoffboarding.base.ui.setting.SettingHelp;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.rules.RuleSetting;
import org.jspecify.annotations.Nullable;

/** One field of the thresholds: what it shows of those that are saved, and whether it holds something else. */
final class ThresholdField<T> implements Serializable {

    private final RuleSetting setting;
    private final HasValue<?, T> field;
    private final transient Function<SavedRules, @Nullable T> shown;
    private final SettingHelp help;
    private boolean contested;

    private <F extends HasValue<?, T> & HasHelper> ThresholdField(
            RuleSetting setting, F field, Function<SavedRules, @Nullable T> shown, String meaning) {
        this.setting = setting;
        this.field = field;
        this.shown = shown;
        this.help = new SettingHelp(meaning);
        field.setHelperComponent(help);
    }

    /**
     * @param shown tells what the field shows of thresholds; null where it is empty
     * @param meaning a sentence or two, with the range
     */
    static <T, F extends HasValue<?, T> & HasHelper> ThresholdField<T> of(
            RuleSetting setting, F field, Function<SavedRules, @Nullable T> shown, String meaning) {
        return new ThresholdField<>(setting, field, shown, meaning);
    }

    /** Returns whether somebody else saved another value than what is entered, and the person has not said which is to stay. */
    boolean isContested() {
        return contested;
    }

    /** The person has said that what the field holds is to stay. */
    void settle() {
        contested = false;
        help.showMeanwhile("");
    }

    RuleSetting setting() {
        return setting;
    }

    void show(SavedRules saved) {
        T value = shown.apply(saved);
        if (value == null) {
            field.clear();
        } else {
            field.setValue(value);
        }
    }

    /** What was changed of one platform's grace period is said of all of them together. */
    void showLast(Map<RuleSetting, LastChange> last, Instant now) {
        help.showLast(setting == RuleSetting.GRACE_PERIODS ? null : last.get(setting), now);
    }

    /** Returns whether the field holds what is saved. */
    boolean isAsIn(SavedRules saved) {
        return Objects.equals(value(), shown.apply(saved))
                && !(field instanceof HasValidation validated && validated.isInvalid());
    }

    /**
     * Takes over what somebody else saved, unless the person changed the field: that stays, with a line that says what the other
     * saved.
     *
     * @return whether both changed it, to different values
     */
    boolean takeOver(SavedRules before, SavedRules theirs, String who) {
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
