package org.deviceoffboarding.base.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.junit.jupiter.api.Test;

/** An error stands at its field for as long as it is true, and no longer. */
class FormFieldsTest {

    private final TextField name = new TextField("Name");
    private final IntegerField least = new IntegerField("Least");
    private final IntegerField most = new IntegerField("Most");

    private final FormFields fields = new FormFields()
            .with("name", name, typed -> typed.isBlank() ? "Give a name." : "")
            .with("least", least, value -> isInOrder() ? "" : "Not over the most.")
            .with("most", most);

    @Test
    void anErrorGoesWithTheValue() {
        assertThat(fields.areValid()).isFalse();
        assertThat(name.getErrorMessage()).isEqualTo("Give a name.");

        name.setValue("A");

        assertThat(name.isInvalid()).isFalse();
        assertThat(name.getErrorMessage()).isEmpty();
    }

    @Test
    void aFieldWithAnErrorTellsWhatIsTypedBeforeItIsLeft() {
        assertThat(name.getValueChangeMode()).isEqualTo(ValueChangeMode.ON_CHANGE);

        fields.areValid();
        assertThat(name.getValueChangeMode()).isEqualTo(ValueChangeMode.LAZY);

        name.setValue("A");
        assertThat(name.getValueChangeMode()).isEqualTo(ValueChangeMode.ON_CHANGE);
    }

    @Test
    void whatIsWrongBesideAnotherFieldGoesOnceThatIsMended() {
        name.setValue("A");
        least.setValue(5);
        most.setValue(3);
        assertThat(fields.areValid()).isFalse();
        assertThat(least.isInvalid()).isTrue();

        most.setValue(7);

        assertThat(least.isInvalid()).isFalse();
    }

    @Test
    void whatWasRefusedElsewhereStaysUntilItsOwnFieldIsChanged() {
        name.setValue("A");
        fields.say("name", "Another one has this name.");

        most.setValue(7);
        assertThat(name.isInvalid()).isTrue();

        name.setValue("B");
        assertThat(name.isInvalid()).isFalse();
    }

    private boolean isInOrder() {
        return least.getValue() == null || most.getValue() == null || least.getValue() <= most.getValue();
    }
}
