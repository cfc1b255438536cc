package org.deviceoffboarding.exception.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionFilter;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionState;
import org.deviceoffboarding.exception.register.NewException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = ExceptionsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ExceptionsViewTest extends SpringBrowserlessTest {

    private static final PageRequest ALL = PageRequest.of(0, 100);

    @Autowired
    private ExceptionService exceptions;

    @Autowired
    private ExceptionDialogs dialogs;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from exception_reading").update();
        jdbc.sql("delete from device_exception").update();
        jdbc.sql("delete from loosening").update();
    }

    @Test
    void anEmptyListAsksToClearFiltersOnlyWhereThereAreAny() {
        navigate(ExceptionsView.class);
        assertThat(emptyState()).contains("Every device").doesNotContain("Clear");

        test(find(TextField.class).withCaption("Search").single()).setValue("nowhere");
        assertThat(emptyState()).contains("Clear the search").doesNotContain("Every device");

        test(find(Button.class).withText("Clear filters").single()).click();
        assertThat(emptyState()).contains("Every device").doesNotContain("Clear");
    }

    @Test
    void anExceptionIsAddedWithItsReason() {
        navigate(ExceptionsView.class);
        openAdd("VIP-*", "board of directors");
        click(AddExceptionDialog.LOOK);
        assertThat(all()).isEmpty();

        click("Add exception");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(all()).singleElement().satisfies(made -> {
            assertThat(made.name()).isEqualTo("VIP-*");
            assertThat(made.reason()).isEqualTo("board of directors");
            assertThat(made.createdBy().name()).isEqualTo("user");
        });
        assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void whatIsNamedElsewhereIsShownWithWhatItLeavesOutBeforeItIsMade() {
        navigate(ExceptionsView.class);
        dialogs.add(ExceptionKind.NAME_PATTERN, "VIP-*", () -> {});

        assertThat(find(ReachSection.class).single().getElement().getTextRecursively())
                .contains("leaves out none");
        assertThat(all()).isEmpty();

        test(find(TextArea.class).single()).setValue("board of directors");
        click("Add exception");

        assertThat(all()).extracting(DeviceException::name).containsExactly("VIP-*");
    }

    @Test
    void whatIsNamedElsewhereAndCannotBeIsRefusedAtItsField() {
        navigate(ExceptionsView.class);
        dialogs.add(ExceptionKind.NAME_PATTERN, "*", () -> {});

        assertThat(find(TextField.class).withCaption("Name pattern").single().getErrorMessage())
                .contains("fits every name");
        assertThat(find(Button.class).withText(AddExceptionDialog.LOOK).exists())
                .isTrue();
    }

    @Test
    void whatIsRefusedIsSaidAndNothingTypedIsLost() {
        navigate(ExceptionsView.class);
        openAdd("*", "board of directors");

        click(AddExceptionDialog.LOOK);

        TextField pattern = find(TextField.class).withCaption("Name pattern").single();
        assertThat(pattern.isInvalid()).isTrue();
        assertThat(pattern.getErrorMessage()).contains("fits every name");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("board of directors");
        assertThat(find(Button.class).withText(AddExceptionDialog.LOOK).single().isEnabled())
                .isTrue();
        assertThat(all()).isEmpty();
    }

    @Test
    void whatWasShownIsLookedAtAgainOnceSomethingElseIsNamed() {
        navigate(ExceptionsView.class);
        openAdd("VIP-*", "board of directors");
        click(AddExceptionDialog.LOOK);
        assertThat(find(ReachSection.class).single().getElement().getTextRecursively())
                .contains("leaves out none");

        test(find(TextField.class).withCaption("Name pattern").single()).setValue("LAPTOP-*");

        assertThat(find(Button.class).withText("Add exception").exists()).isFalse();
        assertThat(find(Button.class).withText(AddExceptionDialog.LOOK).single().isEnabled())
                .isTrue();
        assertThat(all()).isEmpty();
    }

    @Test
    void aGroupCannotBeNamedWithoutAnAgent() {
        navigate(ExceptionsView.class);
        click("Add exception…");
        test(find(Select.class).withCaption("Kind").all().getLast()).selectItem("Entra group");
        test(find(TextField.class).withCaption("Entra group").single()).setValue("Legal hold");
        test(find(TextArea.class).single()).setValue("evidence");

        click(AddExceptionDialog.LOOK);

        assertThat(refusal()).contains("No agent is set up");
    }

    @Test
    void liftingAsksWhyAndKeepsTheExceptionInTheList() {
        pattern("VIP-*");
        navigate(ExceptionsView.class);
        test((Button) action()).click();
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith(
                                "From the next run on devices named like VIP-* can be suggested for removal again"));

        click("Lift exception");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(find(TextArea.class).single().getErrorMessage()).contains("Give a reason");
        test(find(TextArea.class).single()).setValue("no longer on the board");
        click("Lift exception");

        assertThat(all())
                .singleElement()
                .extracting(DeviceException::lift)
                .extracting("byName", "reason")
                .containsExactly("user", "no longer on the board");
        assertThat(action()).isNotInstanceOf(Button.class);
    }

    @Test
    void onlyAnOwnerIsOfferedToLiftALegalHold() {
        pattern("VIP-*");
        jdbc.sql("update device_exception set legal_hold = true").update();
        navigate(ExceptionsView.class);

        assertThat(action()).isNotInstanceOf(Button.class);
        click("Add exception…");
        assertThat(find(Checkbox.class).all()).isEmpty();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
    void anOwnerMakesALegalHold() {
        navigate(ExceptionsView.class);
        openAdd("VIP-*", "case 4711");
        test(find(Checkbox.class).single()).click();
        click(AddExceptionDialog.LOOK);

        click("Add exception");

        assertThat(all())
                .singleElement()
                .satisfies(made -> assertThat(made.legalHold()).isTrue());
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
    void anOwnerProposesToLiftALegalHoldAndItStaysInForce() {
        pattern("VIP-*");
        jdbc.sql("update device_exception set legal_hold = true").update();
        navigate(ExceptionsView.class);
        test((Button) action()).click();
        test(find(TextArea.class).single()).setValue("court order");

        click("Propose to lift it");

        assertThat(all())
                .singleElement()
                .satisfies(hold -> assertThat(hold.lift()).isNull());
        assertThat(action().getElement().getTextRecursively()).isEqualTo("Lift proposed");
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderSeesAndExportsOnly() {
        navigate(ExceptionsView.class);

        assertThat(find(Button.class).withText("Add exception…").exists()).isFalse();
        assertThat(find(Button.class).withText("Upload CSV…").exists()).isFalse();
        assertThat(find(Anchor.class).withText("Export CSV").exists()).isTrue();
    }

    @Test
    void exceptionsCanBeNarrowedToThoseInForce() {
        pattern("VIP-*");
        exceptions.lift(all().getFirst().id(), "over");
        pattern("KIOSK-*");
        navigate(ExceptionsView.class);

        test(find(Select.class).withCaption("State").single()).selectItem(ExceptionState.IN_FORCE.label());

        assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void anUploadIsReportedLineByLineBeforeItIsStored() {
        navigate(ExceptionsView.class);
        click("Upload CSV…");
        upload("name pattern,VIP-*,board,\nname pattern,*,all,\nname pattern,KIOSK-*,shared,2099-01-01\n");

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anySatisfy(sum -> assertThat(sum).startsWith("2 of 3 lines can be added."));
        assertThat(all()).isEmpty();

        click("Add 2 exceptions");

        assertThat(all()).extracting(DeviceException::name).containsExactlyInAnyOrder("VIP-*", "KIOSK-*");
    }

    @Test
    void aFileThatIsNoneIsRefusedInASentence() {
        navigate(ExceptionsView.class);
        click("Upload CSV…");

        upload("name pattern,VIP-*,\"never closed");

        assertThat(refusal()).contains("not CSV");
        assertThat(find(Button.class).withText("Add 0 exceptions").single().isEnabled())
                .isFalse();
    }

    private void upload(String text) {
        test(find(Upload.class).single()).upload("vip.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        roundTrip();
    }

    private String emptyState() {
        return find(Grid.class).single().getEmptyStateComponent().getElement().getTextRecursively();
    }

    private void openAdd(String pattern, String reason) {
        click("Add exception…");
        test(find(Select.class).withCaption("Kind").all().getLast()).selectItem("Name pattern");
        test(find(TextField.class).withCaption("Name pattern").single()).setValue(pattern);
        test(find(TextArea.class).single()).setValue(reason);
    }

    private void pattern(String pattern) {
        As.person(
                new Actor("a", "Ada"),
                () -> exceptions.add(List.of(new NewException(
                        exceptions.target(ExceptionKind.NAME_PATTERN, pattern), "board of directors", null, false))));
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    /** Returns what the first row offers to do. */
    private Component action() {
        return test(find(Grid.class).single()).getCellComponent(0, 7);
    }

    private String refusal() {
        return find(RefusalNotice.class).single().getText();
    }

    private List<DeviceException> all() {
        return exceptions.find(ExceptionFilter.NONE, ALL);
    }
}
