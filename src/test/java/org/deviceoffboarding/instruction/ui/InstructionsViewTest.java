package org.deviceoffboarding.instruction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.lookup.Named;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = InstructionsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class InstructionsViewTest extends SpringBrowserlessTest {

    private static final Actor BOB = new Actor("bob", "Bob Owner");

    @Autowired
    private InstructionService instructions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void whatIsTypedIsShownAsItIsUnderstood() {
        navigate(InstructionsView.class);

        type("leave out all Windows devices");

        assertThat(lines()).anyMatch(line -> line.contains("Exclude devices with platform Windows."));
        assertThat(button("Save").isEnabled()).isTrue();
    }

    @Test
    void whatASentenceNamesIsSaidBesideItAndATickStandsOnlyWhereARunCanFollow() {
        navigate(InstructionsView.class);
        type("Exclude devices in group \"Executives\"");
        SentenceLine line = find(SentenceLine.class).single();

        line.showNamed(List.of(new Named(Named.State.UNREADABLE, "Microsoft Entra has no group named 'Executives'.")));
        assertThat(line.getElement().getOuterHTML())
                .contains("no group named 'Executives'", "no run can follow it")
                .doesNotContain("aria-label=\"Understood\"");

        line.showNamed(List.of(new Named(Named.State.UNANSWERED, "It could not be looked up now.")));
        assertThat(line.getElement().getOuterHTML()).contains("look at what it names");

        line.showNamed(List.of(new Named(Named.State.FOUND, "The group was found.")));
        assertThat(line.getElement().getOuterHTML()).contains("The group was found.", "aria-label=\"Understood\"");
    }

    @Test
    void aSentenceThatAnotherPageDraftedStandsThereOnceAndIsNotSaved() {
        QueryParameters drafted = QueryParameters.of("add", "Exclude devices with platform macOS");

        UI.getCurrent().navigate("settings/instructions", drafted);
        assertThat(area().getValue()).isEqualTo("Exclude devices with platform macOS");
        assertThat(button("Save").isEnabled()).isTrue();
        assertThat(instructions.current().text()).isEmpty();

        test(button("Save")).click();
        UI.getCurrent().navigate("settings/instructions");
        UI.getCurrent().navigate("settings/instructions", drafted);
        assertThat(area().getValue()).isEqualTo("Exclude devices with platform macOS");
    }

    @Test
    void withoutAnAgentNothingCanBeLookedUpAndSavingIsNotRefused() {
        navigate(InstructionsView.class);
        type("Exclude devices in group \"Executives\"");

        test(button("Save")).click();

        assertThat(instructions.current().text()).isEqualTo("Exclude devices in group \"Executives\"");
    }

    @Test
    void theWordsInQuestionAreMarkedAndNothingCanBeSaved() {
        navigate(InstructionsView.class);

        type("Exclude devices with platform Windos");

        assertThat(find(Span.class)
                        .withClassName("sentence-excerpt")
                        .single()
                        .getElement()
                        .getOuterHTML())
                .contains("<mark>Windos</mark>");
        assertThat(lines()).anyMatch(line -> line.contains("is no platform"));
        assertThat(paragraphs()).anyMatch(text -> text.startsWith("1 sentence is not understood."));
        assertThat(button("Save").isEnabled()).isFalse();
    }

    @Test
    void theNearestSentenceTakesThePlaceOfTheOneInQuestion() {
        navigate(InstructionsView.class);
        type("Exclude Android devices.\nExclude devices with platform Windos.\nExclude devices named VIP-*");

        test(button("Use this")).click();

        assertThat(area().getValue())
                .isEqualTo(
                        "Exclude Android devices.\nExclude devices with platform Windows.\nExclude devices named VIP-*");
        assertThat(button("Save").isEnabled()).isTrue();
    }

    @Test
    void whatIsSavedIsInTheHistoryAndCanBeUsedAgain() {
        navigate(InstructionsView.class);
        type("Exclude Windows devices");
        test(button("Save")).click();
        assertThat(button("Save").isEnabled()).isFalse();
        assertThat(instructions.current().text()).isEqualTo("Exclude Windows devices");

        type("");
        test(button("Save")).click();
        assertThat(instructions.history(PageRequest.of(0, 9)))
                .extracting(row -> row.saved().version())
                .containsExactly(2L, 1L, 0L);
        assertThat(paragraphs()).anyMatch(text -> text.startsWith("Version 2, saved by "));
        assertThat(cell(0, 3)).isEqualTo("removed “Exclude Windows devices”.");
        assertThat(cell(0, 4)).isEqualTo("In force");

        test((Button) test(history()).getCellComponent(1, 4)).click();

        assertThat(area().getValue()).isEqualTo("Exclude Windows devices");
        assertThat(page()).contains("The field holds version 1 now. Nothing is saved yet");
        assertThat(instructions.current().version()).isEqualTo(2);
        test(button("Save")).click();
        assertThat(instructions.current().text()).isEqualTo("Exclude Windows devices");
        assertThat(cell(0, 4)).isEqualTo("In force");
    }

    @Test
    void theVersionThatSomebodyElseSavedIsMarkedAsInForceWhileSomethingElseIsTyped() {
        navigate(InstructionsView.class);
        type("Exclude Windows devices");
        As.person(BOB, () -> instructions.save(instructions.current(), "Exclude Android devices"));
        News.tell(events, new JudgingChanged());

        assertThat(cell(0, 4)).isEqualTo("In force");
        assertThat(cell(1, 4)).isEqualTo("Go back to this");
    }

    private String cell(int row, int column) {
        return test(history())
                .getCellComponent(row, column)
                .getElement()
                .getTextRecursively()
                .replaceAll("more$", "");
    }

    private Grid<?> history() {
        return find(Grid.class).withClassName("setting-history").single();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        navigate(InstructionsView.class);
        type("Exclude Windows devices");
        As.person(BOB, () -> instructions.save(instructions.current(), "Exclude Android devices"));

        test(button("Save")).click();

        assertThat(find(Notification.class).single().getChildren().map(Component::getElement))
                .anyMatch(element -> element.getText().contains("somebody else saved"));
        assertThat(area().getValue()).isEqualTo("Exclude Windows devices");
        assertThat(instructions.current().text()).isEqualTo("Exclude Android devices");
        assertThat(page())
                .contains(
                        "saved by Bob Owner",
                        "Bob Owner saved other instructions meanwhile.",
                        "Exclude Android devices");
        assertThat(button("Save").isEnabled()).isFalse();

        test(button("Replace theirs with mine")).click();
        test(button("Save")).click();

        assertThat(instructions.current().text()).isEqualTo("Exclude Windows devices");
    }

    @Test
    void whatArrivesByItselfHasToBeAnsweredBeforeAnythingIsSaved() {
        navigate(InstructionsView.class);
        type("Exclude Windows devices");
        As.person(BOB, () -> instructions.save(instructions.current(), "Exclude Android devices"));
        News.tell(events, new JudgingChanged());
        runPendingSignalsTasks();
        assertThat(page()).contains("Bob Owner saved other instructions meanwhile.");

        assertThat(button("Save").isEnabled()).isFalse();
        type("Exclude Windows devices.\nExclude devices named VIP-*");
        assertThat(button("Save").isEnabled()).isFalse();
        button("Save").setEnabled(true); // as a click that was on its way
        test(button("Save")).click();
        assertThat(instructions.current().text()).isEqualTo("Exclude Android devices");

        test(button("Replace theirs with mine")).click();
        test(button("Save")).click();
        assertThat(instructions.current().text()).isEqualTo("Exclude Windows devices.\nExclude devices named VIP-*");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileCanTakeThePlaceOfWhatIsTyped() {
        navigate(InstructionsView.class);
        type("Exclude Windows devices");
        As.person(BOB, () -> instructions.save(instructions.current(), "Exclude Android devices"));
        test(button("Save")).click();

        test(button("Take theirs instead")).click();

        assertThat(area().getValue()).isEqualTo("Exclude Android devices");
        assertThat(button("Save").isEnabled()).isFalse();
    }

    @Test
    void whyNothingIsCountedIsSaid() {
        jdbc.sql("delete from evaluation_run").update();
        navigate(InstructionsView.class);
        assertThat(page()).contains("Nothing is changed.");

        type("Exclude devices with platform Windos");
        assertThat(page()).contains("Once it is corrected, you see here what would change.");

        type("Exclude Windows devices");
        assertThat(page()).contains("No agent is set up");

        StoredAgent.in(jdbc);
        type("Exclude macOS devices");
        assertThat(page()).contains("No run has found anything yet");
    }

    @Test
    void ofVeryManySentencesThoseInQuestionAreShown() {
        navigate(InstructionsView.class);

        type("Exclude Windows devices\n".repeat(300) + "Exclude devices with platform Windos");

        assertThat(lines()).singleElement().asString().contains("is no platform");
    }

    @Test
    void everyExampleIsUnderstood() {
        assertThat(InstructionExamples.SENTENCES)
                .allSatisfy(sentence ->
                        assertThat(InstructionText.parse(sentence).problems()).isEmpty());
    }

    private void type(String text) {
        area().setValue(text);
    }

    private TextArea area() {
        return find(TextArea.class).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String page() {
        return find(InstructionsView.class).single().getElement().getTextRecursively();
    }

    private List<String> lines() {
        return find(SentenceLine.class).all().stream()
                .map(line -> line.getElement().getTextRecursively())
                .toList();
    }

    private List<String> paragraphs() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
