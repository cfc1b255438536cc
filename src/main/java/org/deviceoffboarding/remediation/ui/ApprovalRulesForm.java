package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.safeguard.Ceiling;

/** The fields of the rules for change requests. */
class ApprovalRulesForm extends Div {

    private final IntegerField approvalFrom;
    private final IntegerField perRequest;
    private final IntegerField perDay;
    private final FormFields fields;

    ApprovalRulesForm(RemediationRules rules, Ceiling ceiling) {
        approvalFrom = devices("Approval is needed from", ceiling.approvalFrom());
        perRequest = devices("Most devices of a request", ceiling.perRequest());
        perDay = devices("Most devices in 24 hours", ceiling.perDay());
        addClassName("stack");
        approvalFrom.setValue(rules.approvalFrom());
        approvalFrom.setHelperText(
                "1 means always. With 5, up to 4 devices in 24 hours are acted on at once, with the identity of whoever asks.");
        perRequest.setValue(rules.perRequest());
        perRequest.setHelperText("For all four actions. More devices need several requests.");
        perDay.setValue(rules.perDay());
        perDay.setHelperText(
                "What is approved to be disabled or deleted, in all requests together. Re-enabling and restoring do not count.");
        add(new Section("A second person", stack(approvalFrom)), new Section("Caps", stack(perRequest, perDay)));
        fields = new FormFields()
                .with("approvalFrom", approvalFrom)
                .with("perRequest", perRequest)
                .with("perDay", perDay);
        UnsavedChanges.of(this, () -> !holds(rules), "What you changed here is not saved and would be lost.");
    }

    /** Returns whether every field holds something usable; marks those that do not, and leads to the first. */
    boolean isValid() {
        return fields.areValid();
    }

    /** Returns what the fields hold; only after they were found valid. */
    RemediationRules rules() {
        return new RemediationRules(approvalFrom.getValue(), perRequest.getValue(), perDay.getValue());
    }

    /** Returns whether nothing was typed since the fields were filled. */
    boolean holds(RemediationRules rules) {
        return Stream.of(approvalFrom, perRequest, perDay)
                        .allMatch(field -> field.getValue() != null && !field.isInvalid())
                && rules().equals(rules);
    }

    private static Div stack(IntegerField... fields) {
        Div stack = new Div(fields);
        stack.addClassName("stack");
        return stack;
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
