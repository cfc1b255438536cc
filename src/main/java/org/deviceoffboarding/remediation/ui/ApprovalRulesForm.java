package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.base.setting.LastChange;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.base.ui.setting.SettingHelp;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RequestRule;
import org.deviceoffboarding.safeguard.Ceiling;

/** The fields of the rules for change requests. */
class ApprovalRulesForm extends Div {

    private final Map<RequestRule, IntegerField> numbers = new EnumMap<>(RequestRule.class);
    private final Map<RequestRule, SettingHelp> help = new EnumMap<>(RequestRule.class);
    private final Set<RequestRule> contested = EnumSet.noneOf(RequestRule.class);
    private final FormFields fields = new FormFields();
    private final transient Runnable changed;
    private final UnsavedChanges unsaved;
    private transient RemediationRules saved;
    private boolean filling;

    /** @param changed called with every change of a field, and once where many are changed together */
    ApprovalRulesForm(RemediationRules rules, Ceiling ceiling, Runnable changed) {
        this.saved = rules;
        this.changed = changed;
        addClassName("stack");
        IntegerField approvalFrom = number(
                RequestRule.APPROVAL_FROM,
                "Approval is needed from",
                ceiling.approvalFrom(),
                "1 means always. With 5, up to 4 devices in 24 hours are acted on at once, with the identity of whoever asks.");
        IntegerField perRequest = number(
                RequestRule.PER_REQUEST,
                "Most devices of a request",
                ceiling.perRequest(),
                "For all four actions. More devices need several requests.");
        IntegerField perDay = number(
                RequestRule.PER_DAY,
                "Most devices in 24 hours",
                ceiling.perDay(),
                "What is approved to be disabled or deleted, in all requests together. Re-enabling and restoring do not count.");
        numbers.forEach((rule, field) -> field.setValue(value(rule, rules)));
        numbers.values().forEach(field -> field.addValueChangeListener(change -> tellChanged()));
        add(new Section("A second person", stack(approvalFrom)), new Section("Caps", stack(perRequest, perDay)));
        unsaved = UnsavedChanges.of(this, () -> !holds(saved), "What you changed here is not saved and would be lost.");
    }

    /** Says beside each field who changed it last, and to what. */
    void showLast(Map<RequestRule, LastChange> last, Instant now) {
        help.forEach((rule, line) -> line.showLast(last.get(rule), now));
    }

    /** Returns whether every field holds something usable; marks those that do not, and leads to the first. */
    boolean isValid() {
        return fields.areValid();
    }

    /** Returns what the fields hold; only after they were found valid. */
    RemediationRules rules() {
        return new RemediationRules(
                entered(RequestRule.APPROVAL_FROM), entered(RequestRule.PER_REQUEST), entered(RequestRule.PER_DAY));
    }

    /** Returns what the fields hold; nothing where one of them can't be used. Marks none. */
    Optional<RemediationRules> usable() {
        return numbers.values().stream().allMatch(field -> field.getValue() != null && !field.isInvalid())
                ? Optional.of(rules())
                : Optional.empty();
    }

    /** Returns whether nothing was typed since the fields were filled. */
    boolean holds(RemediationRules rules) {
        return usable().filter(rules::equals).isPresent();
    }

    /** Puts a version into all fields: nothing is saved by that. */
    void fill(RemediationRules version) {
        settle();
        together(() -> numbers.forEach((rule, field) -> field.setValue(value(rule, version))));
    }

    /** Returns whether a field holds something else than somebody saved meanwhile, and the person has not said which is to stay. */
    boolean isContested() {
        return !contested.isEmpty();
    }

    /** Lets what was entered stay in such fields. */
    void settle() {
        contested.forEach(rule -> Objects.requireNonNull(help.get(rule)).showMeanwhile(""));
        contested.clear();
    }

    /** Puts into such fields what somebody else saved. */
    void takeTheirs() {
        Set<RequestRule> theirs = EnumSet.copyOf(contested);
        settle();
        together(() ->
                theirs.forEach(rule -> Objects.requireNonNull(numbers.get(rule)).setValue(value(rule, saved))));
    }

    /**
     * Takes over what somebody else saved, beside what was entered here.
     *
     * @param who did, for people
     * @return what both changed, to different values: what was entered here stays in these fields
     */
    Set<RequestRule> takeOver(RemediationRules theirs, String who) {
        RemediationRules before = saved;
        saved = theirs;
        together(() -> numbers.forEach((rule, field) -> {
            Integer was = value(rule, before);
            Integer is = value(rule, theirs);
            if (was.equals(field.getValue())) {
                field.setValue(is);
            }
            if (is.equals(field.getValue())) {
                contested.remove(rule);
            } else if (!was.equals(is)) {
                contested.add(rule);
            }
            Objects.requireNonNull(help.get(rule))
                    .showMeanwhile(
                            contested.contains(rule)
                                    ? who + " saved " + Amounts.devices(is)
                                            + " here meanwhile. What you entered stays until you say which is to stay."
                                    : "");
        }));
        unsaved.look();
        return Set.copyOf(contested);
    }

    private void together(Runnable change) {
        filling = true;
        try {
            change.run();
        } finally {
            filling = false;
        }
        tellChanged();
    }

    private void tellChanged() {
        if (!filling) {
            changed.run();
        }
    }

    private int entered(RequestRule rule) {
        return Objects.requireNonNull(numbers.get(rule)).getValue();
    }

    private static int value(RequestRule rule, RemediationRules rules) {
        return switch (rule) {
            case APPROVAL_FROM -> rules.approvalFrom();
            case PER_REQUEST -> rules.perRequest();
            case PER_DAY -> rules.perDay();
        };
    }

    private static Div stack(IntegerField... fields) {
        Div stack = new Div(fields);
        stack.addClassName("stack");
        return stack;
    }

    private IntegerField number(RequestRule rule, String label, int most, String meaning) {
        IntegerField field = devices(label, most);
        SettingHelp line = new SettingHelp("1 to " + Amounts.devices(most) + ". " + meaning);
        field.setHelperComponent(line);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        numbers.put(rule, field);
        help.put(rule, line);
        fields.with(rule.name(), field);
        return field;
    }

    private static IntegerField devices(String label, int most) {
        IntegerField field = new IntegerField(label);
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setRequiredIndicatorVisible(true);
        field.setSuffixComponent(new Span("devices"));
        field.setWidth("min(420px, 100%)");
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setRequiredErrorMessage("Enter a number of devices.")
                .setBadInputErrorMessage("Enter a whole number of devices.")
                .setMinErrorMessage("Not under 1 device.")
                .setMaxErrorMessage("Not over " + Amounts.devices(most)
                        + (most == RemediationRules.MOST ? "." : ": only the portal's configuration can go further.")));
        return field;
    }
}
