package org.deviceoffboarding.playbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.playbook.definition.Playbook.Key;
import org.deviceoffboarding.playbook.definition.PlaybookService;
import org.deviceoffboarding.playbook.definition.StepEdit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Steps of a playbook that were written anew and not saved, when the playbook is opened again. */
@PortalTest
@ViewPackages(classes = PlaybookView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class KeptStepsTest extends SpringBrowserlessTest {

    private static final Actor OTHER = new Actor("oid-other", "other@contoso.example");

    @Autowired
    private PlaybookService playbooks;

    @Test
    void whatWasWrittenStandsInItsStepAgainWhichIsOpen() {
        open();
        test(titles().getFirst()).setValue("Get the list");
        test(hows().get(1)).setValue("Ask the help desk");

        open();

        assertThat(titles().getFirst().getValue()).isEqualTo("Get the list");
        assertThat(hows().get(1).getValue()).isEqualTo("Ask the help desk");
        assertThat(find(Details.class).all().stream().map(Details::isOpened).limit(3))
                .containsExactly(true, true, false);
        assertThat(notice()).contains("Restored what you typed");

        click("Save");
        open();
        assertThat(titles().getFirst().getValue()).isEqualTo("Get the list");
        assertThat(notice()).isEmpty();
    }

    @Test
    void aStepThatSomebodyChangedMeanwhileStaysAndTheOthersAreRestored() {
        open();
        test(titles().getFirst()).setValue("Get the list");
        test(hows().get(1)).setValue("Ask the help desk");
        changeFirstTitleElsewhere("Changed elsewhere");

        open();

        assertThat(titles().getFirst().getValue()).isEqualTo("Changed elsewhere");
        assertThat(hows().get(1).getValue()).isEqualTo("Ask the help desk");
        assertThat(notice()).contains("Restored what you typed", "What stands here was changed since.", "Get the list");
        click("Use what I typed");
        assertThat(titles().getFirst().getValue()).isEqualTo("Get the list");
        open();
        assertThat(titles().getFirst().getValue()).isEqualTo("Get the list");
        assertThat(hows().get(1).getValue()).isEqualTo("Ask the help desk");
    }

    @Test
    void goingBackToTheDefaultForgetsWhatWasWrittenAsItSays() {
        changeFirstTitleElsewhere("Changed elsewhere");
        open();
        test(hows().get(1)).setValue("Ask the help desk");

        click("Back to the default…");
        test(find(ConfirmDialog.class).single()).reject();

        open();
        assertThat(hows().get(1).getValue()).isNotEqualTo("Ask the help desk");
        assertThat(notice()).isEmpty();
    }

    /** With a new session and a new page, as after a restart. */
    private void open() {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        navigate(PlaybookView.class, "linux");
    }

    private List<TextField> titles() {
        return find(TextField.class).withCaption("What is to be done").all();
    }

    private List<TextArea> hows() {
        return find(TextArea.class).withCaptionContaining("How, with").all();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String notice() {
        return find(KeptTexts.class).exists()
                ? find(KeptTexts.class).single().getElement().getTextRecursively()
                : "";
    }

    private void changeFirstTitleElsewhere(String title) {
        List<StepEdit> edits = new ArrayList<>(playbooks.get(Key.LINUX).playbook().steps().stream()
                .map(StepEdit::of)
                .toList());
        StepEdit first = edits.getFirst();
        edits.set(0, new StepEdit(first.key(), title, first.why(), first.how(), first.link(), first.required()));
        As.person(OTHER, () -> playbooks.change(Key.LINUX, 0, edits));
    }
}
