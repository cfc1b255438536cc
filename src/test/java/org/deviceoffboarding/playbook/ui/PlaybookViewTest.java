package org.deviceoffboarding.playbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.playbook.Suggested;
import org.deviceoffboarding.playbook.definition.Playbook.Key;
import org.deviceoffboarding.playbook.definition.PlaybookService;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.playbook.definition.StepEdit;
import org.deviceoffboarding.remediation.ui.News;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = PlaybookView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class PlaybookViewTest extends SpringBrowserlessTest {

    private static final Actor OTHER = new Actor("oid-other", "other@contoso.example");

    @Autowired
    private PlaybookService playbooks;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void allPlaybooksAreListedWithWhoChangedThem() {
        changeElsewhere("Changed elsewhere");

        navigate(PlaybooksView.class);

        assertThat(test(find(Grid.class).single()).size()).isEqualTo(Key.values().length);
    }

    @Test
    void aStepIsWrittenAnewAndSaved() {
        open();

        test(titles().getFirst()).setValue("Get the list");
        click("Save");

        assertThat(firstStep().title()).isEqualTo("Get the list");
        assertThat(find(Span.class).withTextContaining("Changed by olga").exists())
                .isTrue();
        assertThat(find(Button.class).withText("Back to the default…").single().isVisible())
                .isTrue();
    }

    @Test
    void stepsAreMovedByButtons() {
        open();
        List<String> before = titles().stream().map(TextField::getValue).toList();

        test(find(Button.class)
                        .withAttribute("aria-label", "Move down: " + before.get(2))
                        .single())
                .click();
        click("Save");

        List<String> after = playbooks.get(Key.LINUX).playbook().steps().stream()
                .map(Step::title)
                .toList();
        assertThat(after.get(2)).isEqualTo(before.get(3));
        assertThat(after.get(3)).isEqualTo(before.get(2));
        assertThat(find(Button.class)
                        .withAttribute("aria-label", "Move up: " + after.getFirst())
                        .single()
                        .isEnabled())
                .isFalse();
    }

    @Test
    void anOrderThatWouldHarmIsRefusedAndNothingIsLost() {
        open();
        String first = titles().getFirst().getValue();

        test(find(Button.class)
                        .withAttribute("aria-label", "Move down: " + first)
                        .single())
                .click();
        click("Save");

        assertThat(problem()).contains("has to stand before");
        assertThat(titles().get(1).getValue()).isEqualTo(first);
        assertThat(playbooks.get(Key.LINUX).changed()).isFalse();
    }

    @Test
    void aLinkThatIsNoWebAddressIsRefusedAndStays() {
        open();
        TextField link = find(TextField.class).withCaption("Link").all().getFirst();

        test(link).setValue("javascript:alert(1)");
        click("Preview");

        assertThat(link.isInvalid()).isTrue();
        assertThat(link.getErrorMessage()).contains("no web address");
        assertThat(link.getValue()).isEqualTo("javascript:alert(1)");
        assertThat(find(Notification.class).exists()).isFalse();

        test(link).setValue("https://intune.microsoft.com");

        assertThat(link.isInvalid()).isFalse();
    }

    @Test
    void whoeverSavesSecondKeepsWhatTheyWrote() {
        open();
        changeElsewhere("First");

        test(titles().getFirst()).setValue("Second");
        click("Save");

        assertThat(problem()).contains("other@contoso.example changed this playbook");
        assertThat(titles().getFirst().getValue()).isEqualTo("Second");
        assertThat(firstStep().title()).isEqualTo("First");
        assertThat(page())
                .contains("other@contoso.example saved this playbook meanwhile", "now called “First”")
                .contains("also where both of you changed something: “First”.", "What they saved");
        click("Save");
        assertThat(firstStep().title())
                .as("nobody has said yet which is to stay")
                .isEqualTo("First");

        click("Keep mine there");
        click("Save");

        assertThat(firstStep().title()).isEqualTo("Second");
    }

    @Test
    void whoeverSavesSecondTakesTheirsWhereBothChangedAStepAndKeepsTheRest() {
        open();
        changeElsewhere("First");
        test(titles().getFirst()).setValue("Second");
        test(titles().get(1)).setValue("Mine alone");
        click("Save");

        click("Take theirs there");
        assertThat(titles().getFirst().getValue()).isEqualTo("First");
        click("Save");

        assertThat(firstStep().title()).isEqualTo("First");
        assertThat(steps().get(1)).isEqualTo("Mine alone");
    }

    @Test
    void whatSomebodySavesInOtherStepsIsInTheFieldsAtOnceAndNothingOfItIsOverwritten() {
        open();
        test(titles().get(1)).setValue("Mine alone");
        changeElsewhere("First");

        News.tell(events, new SuggestionsChanged());

        assertThat(titles().getFirst().getValue()).isEqualTo("First");
        assertThat(titles().get(1).getValue()).isEqualTo("Mine alone");
        assertThat(page())
                .contains("That is in the fields now; what you wrote stays as it is.")
                .doesNotContain("both of you");
        click("Save");
        assertThat(firstStep().title()).isEqualTo("First");
        assertThat(steps().get(1)).isEqualTo("Mine alone");
    }

    @Test
    void whatSomebodySavesShowsAtOnceWhereNothingIsWritten() {
        open();
        changeElsewhere("First");

        News.tell(events, new SuggestionsChanged());

        assertThat(titles().getFirst().getValue()).isEqualTo("First");
        assertThat(page()).doesNotContain("meanwhile").contains("Changed by other@contoso.example");
    }

    @Test
    void anOrderThatBothChangedIsAskedForToo() {
        open();
        List<String> before = steps();
        moveElsewhere(2);
        moveDown(before.get(1));

        click("Save");
        assertThat(page()).contains("both of you changed something: the order of the steps.");
        click("Take theirs there");
        click("Save");

        assertThat(steps().get(2)).isEqualTo(before.get(3));
        assertThat(steps().get(3)).isEqualTo(before.get(2));
    }

    @Test
    void anEarlierVersionIsTakenBackIntoTheFieldsAndSavedAsAnyOtherChange() {
        String atFirst = firstStep().title();
        changeElsewhere("Changed elsewhere");
        open();
        test(titles().getFirst()).setValue("Changed here");
        click("Save");
        assertThat(playbooks.history(Key.LINUX, PageRequest.of(0, 9)))
                .extracting(row -> row.saved().version())
                .containsExactly(2L, 1L, 0L);

        test(goBack("Go back to version 1")).click();
        assertThat(titles().getFirst().getValue()).isEqualTo("Changed elsewhere");
        assertThat(firstStep().title()).as("nothing is saved yet").isEqualTo("Changed here");
        click("Save");

        assertThat(firstStep().title()).isEqualTo("Changed elsewhere");
        test(goBack("Go back to what the portal comes with")).click();
        click("Save");
        assertThat(firstStep().title()).isEqualTo(atFirst);
    }

    @Test
    void itSaysWhichSuggestionsFollowItBeforeAnythingIsSaved() {
        Suggested.of(jdbc, "REMOVED_FROM_INTUNE", "ANDROID", "ORDINARY");
        open();
        assertThat(page()).contains("No suggestion of the present result follows this playbook.");

        Suggested.of(jdbc, "REMOVED_FROM_INTUNE", "LINUX", "ORDINARY");
        open();
        assertThat(page()).contains("1 suggestion of the present result with 1 device follows it");
    }

    @Test
    void goingBackToTheDefaultSaysWhatIsLostBefore() {
        changeElsewhere("Changed elsewhere");
        open();

        click("Back to the default…");

        ConfirmDialog dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("message"))
                .contains("other@contoso.example saved here are no longer used", "The history keeps what was saved");
        assertThat(playbooks.get(Key.LINUX).changed()).isTrue();
        test(dialog).reject();
        assertThat(playbooks.get(Key.LINUX).changed()).isFalse();
        assertThat(titles().getFirst().getValue()).isEqualTo("Download the device list");
    }

    @Test
    void aPlaybookThatDoesNotExistIsSaid() {
        navigate(PlaybookView.class, "no-such-playbook");

        assertThat(find(H1.class).withText("There is no such playbook").exists())
                .isTrue();
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Playbook – Device Offboarding");
    }

    private void open() {
        navigate(PlaybookView.class, "linux");
        assertThat(find(H1.class).single().getText()).isEqualTo("Linux");
    }

    private List<TextField> titles() {
        return find(TextField.class).withCaption("What is to be done").all();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String problem() {
        return ((Span) find(Notification.class)
                        .single()
                        .getChildren()
                        .findFirst()
                        .orElseThrow())
                .getText();
    }

    private String page() {
        return find(PlaybookView.class).single().getElement().getTextRecursively();
    }

    private Button goBack(String label) {
        Grid<?> grid = find(Grid.class).withClassName("setting-history").single();
        return IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getCellComponent(row, 4))
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<String> steps() {
        return playbooks.get(Key.LINUX).playbook().steps().stream()
                .map(Step::title)
                .toList();
    }

    private void moveDown(String title) {
        test(find(Button.class)
                        .withAttribute("aria-label", "Move down: " + title)
                        .single())
                .click();
    }

    private void moveElsewhere(int from) {
        List<StepEdit> edits = edits();
        edits.add(from + 1, edits.remove(from));
        As.person(OTHER, () -> playbooks.change(Key.LINUX, 0, edits));
    }

    private List<StepEdit> edits() {
        return new ArrayList<>(playbooks.get(Key.LINUX).playbook().steps().stream()
                .map(StepEdit::of)
                .toList());
    }

    private Step firstStep() {
        return playbooks.get(Key.LINUX).playbook().steps().getFirst();
    }

    private void changeElsewhere(String title) {
        List<StepEdit> edits = edits();
        StepEdit first = edits.getFirst();
        edits.set(0, new StepEdit(first.key(), title, first.why(), first.how(), first.link(), first.required()));
        As.person(OTHER, () -> playbooks.change(Key.LINUX, 0, edits));
    }
}
