package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionRefusedException;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;

/** A target that the person names: a kind, and an ID, a name or a pattern. */
class NamedTarget extends TargetField {

    private final transient ExceptionService exceptions;
    private final Select<ExceptionKind> kind = new Select<>();
    private final TextField target = new TextField();
    private final String given;

    NamedTarget(ExceptionService exceptions) {
        this(exceptions, ExceptionKind.DEVICE, "");
    }

    /** @param given what stands there at first */
    NamedTarget(ExceptionService exceptions, ExceptionKind givenKind, String given) {
        this.exceptions = exceptions;
        this.given = given;
        addClassName("form");
        kind.setLabel("Kind");
        kind.setItems(ExceptionKind.values());
        kind.setItemLabelGenerator(ExceptionKind::label);
        kind.addValueChangeListener(event -> {
            describe(event.getValue());
            target.setInvalid(false); // what was wrong was so for another kind
        });
        kind.setValue(givenKind);
        target.setValue(given);
        target.setRequiredIndicatorVisible(true);
        target.setI18n(new TextField.TextFieldI18n().setRequiredErrorMessage("Say what the exception is for."));
        target.setValueChangeMode(ValueChangeMode.LAZY);
        add(kind, target);
        UnsavedChanges.of(
                this,
                () -> !target.getValue().equals(given),
                "No exception is made. The reason is kept; what it is for is not.");
    }

    @Override
    void addTo(FormFields fields) {
        fields.with(ExceptionRefusedException.TARGET, target);
    }

    @Override
    boolean named() {
        return !given.isEmpty();
    }

    @Override
    String title() {
        return "Add an exception";
    }

    @Override
    String verb() {
        return "Add exception";
    }

    @Override
    void onChange(Runnable changed) {
        kind.addValueChangeListener(event -> changed.run());
        target.addValueChangeListener(event -> changed.run());
    }

    @Override
    List<ExceptionTarget> targets() {
        return List.of(exceptions.target(kind.getValue(), target.getValue()));
    }

    private void describe(ExceptionKind chosen) {
        switch (chosen) {
            case DEVICE ->
                describe("Device ID", "The Entra object ID, the Entra device ID or the Intune ID; never a name.");
            case NAME_PATTERN ->
                describe(
                        "Name pattern",
                        "Whole device names, such as VIP-*. * stands for any text, ? for one character; case does not count.");
            case USER ->
                describe(
                        "User",
                        "The user principal name or object ID. Covers what Entra registered for them and their records in Intune.");
            case GROUP ->
                describe(
                        "Entra group",
                        "Its object ID or whole name. Covers devices and people in it, and in groups in it, as each run finds them.");
        }
    }

    private void describe(String label, String help) {
        target.setLabel(label);
        target.setHelperText(help);
    }
}
