package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.ask.answer.Answer;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.ask.saved.AskedFor;
import org.deviceoffboarding.ask.saved.NamedQuestion;
import org.deviceoffboarding.ask.saved.NamedQuestionService;
import org.deviceoffboarding.ask.saved.QuestionHistoryService;
import org.deviceoffboarding.ask.saved.QuestionMarkService;
import org.deviceoffboarding.ask.saved.QuestionsChanged;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.evaluation.StoredRun;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.ui.News;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.deviceoffboarding.task.TasksChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(
        packages = {
            "org.deviceoffboarding.ask.ui",
            "org.deviceoffboarding.evaluation.ui",
            "org.deviceoffboarding.inventory.ui",
            "org.deviceoffboarding.task.ui"
        })
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR})
class AskViewTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");
    private static final Question REMOVED = AskedFor.devices(Choice.REMOVED_FROM_INTUNE);
    private static final Question WINDOWS_REMOVED = Question.devices(
            Condition.all(List.of(AskedFor.with(Choice.WINDOWS), AskedFor.with(Choice.REMOVED_FROM_INTUNE))));

    @Autowired
    private NamedQuestionService questions;

    @Autowired
    private QuestionMarkService marks;

    @Autowired
    private QuestionHistoryService history;

    @Autowired
    private AnswerActions actions;

    @Autowired
    private Inventories inventories;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID flagged;

    @BeforeEach
    void haveDevices() {
        jdbc.sql("delete from named_question").update();
        tenant = FlaggedTenant.removed(jdbc);
        flagged = tenant.flagged("LAPTOP-123", "AzureAd");
        tenant.flagged("LAPTOP-124", "AzureAd");
        tenant.healthy("TABLET-7");
    }

    @Test
    void anAnswerHasSummaryFactorsStepsDevicesAndHowItWasUnderstood() {
        ask(REMOVED);

        assertThat(page())
                .contains(
                        "There are 2 devices that are no longer in Intune but still in other portals. These devices should be"
                                + " removed.",
                        "Users can reach corporate apps without MDM enrolment.",
                        "From the result of run " + tenant.runId());
        assertThat(sections())
                .containsSubsequence(
                        "Summary",
                        "How I understood this",
                        "Go on with this answer",
                        "Factors",
                        "Steps",
                        "Devices",
                        "Keep this question");
        assertThat(test(grid()).size()).isEqualTo(2);
    }

    @Test
    void whyItIsAskedIsShownAndIsNoCriterionNowAndWhenItsAddressIsOpenedAgain() {
        String said = "Taken as your reason, not as a criterion: because their owners are leaving";
        UI.getCurrent()
                .navigate(
                        "ask",
                        QueryParameters.of(
                                "q", "Devices no longer in Intune, because their owners are leaving the company"));

        assertThat(page()).contains(said + " the company", "In full: " + REMOVED.canonical() + ".");

        QueryParameters address =
                UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters();
        UI.getCurrent().navigate("ask");
        UI.getCurrent().navigate("ask", address);

        assertThat(page()).contains(said, "In full: " + REMOVED.canonical() + ".");
    }

    @Test
    void whatPeopleShouldKnowOfTheirWordsIsShownBesideTheAnswer() {
        UI.getCurrent().navigate("ask", QueryParameters.of("q", "disabled phones"));

        assertThat(page())
                .contains(
                        "“phones”: tablets are among them, since neither Entra nor Intune tells phones from tablets.");

        UI.getCurrent().navigate("ask", QueryParameters.of("q", "disabled iPhones"));

        assertThat(page()).doesNotContain("tablets are among them");
    }

    @Test
    void whatWasLeftAsideIsShownNowAndWhenItsAddressIsOpenedAgain() {
        String said = "I took this for background, and left it aside: “I spilled my coffee on the keyboard”";
        UI.getCurrent()
                .navigate(
                        "ask",
                        QueryParameters.of(
                                "q",
                                "My boss is shouting at the lady. Devices no longer in Intune, I spilled my coffee on the keyboard."));

        assertThat(page()).contains(said, "In full: " + REMOVED.canonical() + ".");

        QueryParameters address =
                UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters();
        UI.getCurrent().navigate("ask");
        UI.getCurrent().navigate("ask", address);

        assertThat(page()).contains(said);
    }

    @Test
    void howItWasUnderstoodIsReachedBeforeWhatCanBeDoneWithTheAnswer() {
        ask(WINDOWS_REMOVED);

        List<String> reached = within((Component) getCurrentView())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .map(button -> button.getAriaLabel().orElse(button.getText()))
                .toList();
        assertThat(reached)
                .containsSubsequence(
                        "Change: platform Windows",
                        "Remove: platform Windows",
                        "Change: situation removed from Intune",
                        "Add to tasks…",
                        "Save…");
        assertThat(getCurrentView().getElement().getOuterHTML()).doesNotContain("tabindex=\"1");
    }

    @Test
    void withoutAnAgentNobodyIsSentToStartARunThatCannotStart() {
        jdbc.sql("delete from agent").update();
        jdbc.sql("update inventory set published_at = null").update();
        AskView page = navigate(AskView.class);
        assertThat(page.getElement().getTextRecursively())
                .contains("No run can start, since no agent is set up: an owner does that under Settings.")
                .doesNotContain("Start one on Overview");

        StoredAgent.in(jdbc);
        News.tell(events, new AgentChanged());

        assertThat(page.getElement().getTextRecursively())
                .contains("Start one on Overview.")
                .doesNotContain("no agent is set up");
    }

    @Test
    void aPartTakenOutMakesAnotherAnswerWithItsOwnAddress() {
        ask(WINDOWS_REMOVED);
        assertThat(test(grid()).size()).isEqualTo(2);

        click(labelled("Remove: situation removed from Intune"));

        assertThat(address())
                .isEqualTo(AskLink.path(AskedFor.devices(Choice.WINDOWS).canonical()));
        assertThat(test(grid()).size()).isEqualTo(3);
    }

    @Test
    void aPartIsChangedIntoWhatIsOffered() {
        ask(AskedFor.devices(Choice.WINDOWS));
        click(labelled("Change: platform Windows"));

        alternatives().setValue(AskedFor.with(Choice.MACOS));
        click("Change");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(address())
                .isEqualTo(AskLink.path(AskedFor.devices(Choice.MACOS).canonical()));
        assertThat(page()).contains("There is no device with platform macOS.");
        assertThat(find(Grid.class).exists())
                .as("a table of nothing, which would say why in its own words")
                .isFalse();
    }

    @Test
    void aPartIsChangedIntoWhatIsTypedAndWhatIsNotUnderstoodIsRefusedAtItsField() {
        ask(AskedFor.devices(Choice.WINDOWS));
        click(labelled("Change: platform Windows"));
        TextField words = find(TextField.class).withCaption("Or in your words").single();

        click("Change");
        assertThat(words.getErrorMessage()).contains("Choose what is to stand there");
        test(words).setValue("\"");
        click("Change");
        assertThat(words.getErrorMessage()).isNotBlank();
        assertThat(find(Dialog.class).exists()).isTrue();

        test(words).setValue("platform macOS");
        click("Change");

        assertThat(address())
                .isEqualTo(AskLink.path(AskedFor.devices(Choice.MACOS).canonical()));
    }

    @Test
    void groupsAreCountedEachWithTheWayToItsDevices() {
        ask(new Question(Wish.GROUPS, null, List.of(ConditionType.PLATFORM), null, null, List.of()));

        assertThat(sections()).contains("Groups", "Devices");
        Grid<?> groups = find(Grid.class).all().getFirst();
        assertThat(((Anchor) test(groups).getCellComponent(0, 0)).getHref())
                .isEqualTo(AskLink.path(AskedFor.devices(Choice.WINDOWS).canonical()));
    }

    @Test
    void whatIsAskedOfOneDeviceIsAnsweredWithoutATable() {
        ask(AskedFor.device("LAPTOP-123"));

        assertThat(sections()).contains("Summary", "LAPTOP-123", "How I understood this");
        assertThat(sections()).doesNotContain("Devices", "Keep this question");
        assertThat(find(Section.class).all().stream()
                        .map(section -> section.getElement().getOuterHTML()))
                .anyMatch(html -> html.contains("devices/" + flagged));
    }

    @Test
    void aNameThatNothingHasIsNeverTakenForAnother() {
        ask(AskedFor.device("LAPTOP-12"));

        assertThat(page()).contains("“LAPTOP-12”", "Did you mean:");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(AskLink.path(AskedFor.device("LAPTOP-123").canonical()));
    }

    @Test
    void anOpenAnswerFollowsWhatThePortalDoes() {
        ask(REMOVED);
        delete();

        News.tell(events, new RequestChanged(1));

        assertThat(page()).contains("There is 1 device");
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void whoeverLostTheRoleMeanwhileIsShownNothingNew() {
        ask(REMOVED);
        delete();
        SecurityContextHolder.getContext().setAuthentication(As.signedIn(new Actor("olga", "olga"), List.of()));

        News.tell(events, new RequestChanged(1));

        assertThat(page()).contains("There are 2 devices");
    }

    @Test
    void whatIsClickedAfterTheRoleWasTakenIsRefusedAndNothingIsDone() {
        ask(REMOVED);
        SecurityContextHolder.getContext()
                .setAuthentication(As.signedIn(new Actor("olga", "olga"), List.of(Roles.READER)));

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> click("Add to tasks…"));

        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void anExceptionForThePersonAskedForIsBegunFromTheAnswer() {
        Question annas = Question.devices(
                new Condition.Is(new Criterion.Texts(ConditionType.USER, List.of("anna@contoso.example"))));
        Answer.Basis basis = new Answer.Basis(tenant.runId(), Instant.now(), Instant.now());
        ask(annas);
        Component offered = actions.of(annas, basis, 1, DeviceFilter.NONE, true).orElseThrow();
        ((Component) getCurrentView()).getElement().appendChild(offered.getElement());

        click(labelled("Make an exception for this user… anna@contoso.example"));

        assertThat(find(TextField.class).withCaption("User").single().getValue())
                .isEqualTo("anna@contoso.example");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Nothing is changed in Entra");
    }

    @Test
    void allDevicesOfAnAnswerAreAddedToTasksAsTheyAreThen() {
        ask(REMOVED);
        delete();

        click("Add to tasks…");

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("It is about 1 device.");
        assertThat(notices()).anyMatch(notice -> notice.contains("These are 1 device now; the answer said 2."));
    }

    @Test
    void nothingIsDoneWithAllDevicesOfAPromptThatWasUnderstoodInPartOnly() {
        UI.getCurrent().navigate("ask", QueryParameters.of("q", "windows devices zzzz"));

        assertThat(page())
                .contains("Part of this was not understood.", "has to be said otherwise before anything is done");
        assertThat(test(grid()).size()).isEqualTo(3);
        assertThat(find(Button.class).withText("Add to tasks…").exists()).isFalse();
        assertThat(find(Anchor.class)
                        .withText("Leave them out by an instruction")
                        .exists())
                .isFalse();
    }

    @Test
    void whereNoDeviceFitsNothingIsSaidOfWhatCouldBeDoneWithThem() {
        UI.getCurrent().navigate("ask", QueryParameters.of("q", "macs zzzz"));

        assertThat(page())
                .contains("Part of this was not understood.", "There is no device with platform macOS.")
                .doesNotContain("before anything is done with these devices");
        assertThat(sections()).doesNotContain("Go on with this answer");
    }

    @Test
    void halfAQuestionIsNotKeptAndThePageSaysWhy() {
        UI.getCurrent().navigate("ask", QueryParameters.of("q", "windows devices zzzz"));

        assertThat(page()).contains("Only a question that was understood in full can be saved, pinned or watched");
        for (String keeping : List.of("Save…", "Pin to Overview…", "Tell me when the number changes…")) {
            assertThat(find(Button.class).withText(keeping).exists())
                    .as(keeping)
                    .isFalse();
        }
    }

    @Test
    void aSavedQuestionThatIsHalfUnderstoodByNowCanOnlyBeGivenUp() {
        NamedQuestion saved = questions.save("Mine", Understanding.of(REMOVED));
        marks.pin(saved.id());
        marks.watch(saved.id());
        jdbc.sql("update named_question set question = 'windows devices zzzz' where id = :id")
                .param("id", saved.id())
                .update();

        UI.getCurrent().navigate(AskLink.path(saved.id()));

        for (String keeping : List.of("Save changes…", "Save as another…", "Rename…")) {
            assertThat(find(Button.class).withText(keeping).exists())
                    .as(keeping)
                    .isFalse();
        }
        click("Take off Overview");
        click("Tell me no more");
        assertThat(marks.of(saved.id()).pinned()).isFalse();
        assertThat(marks.of(saved.id()).watched()).isFalse();
        click("Remove…");
        click("Remove");
        assertThat(questions.all()).isEmpty();
    }

    @Test
    void whatAsksTheNetworkIsDoneBesideThePageHoweverFewDevicesThereAre() {
        assertThat(actions.size(REMOVED)).isEqualTo(3);
        assertThat(actions.size(Question.devices(
                        new Condition.Is(new Criterion.Texts(ConditionType.DEPARTMENT, List.of("Sales"))))))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anOpenAnswerFollowsWhatBecomesOfTasksAndSuggestions() {
        ask(REMOVED);
        for (PageNews news : List.of(new TasksChanged(), new SuggestionsChanged())) {
            jdbc.sql("update inventory set published_at = null").update();
            News.tell(events, news);
            assertThat(page()).as("%s", news).contains("There is no answer");

            jdbc.sql("update inventory set published_at = now() where run_id = :run")
                    .param("run", tenant.runId())
                    .update();
            News.tell(events, new RequestChanged(1));
            assertThat(page()).contains("There are 2 devices");
        }
    }

    @Test
    void asManyDevicesThatAreOthersAreSaidToBeOthers() {
        ask(REMOVED);
        delete();
        tenant.flagged("LAPTOP-125", "AzureAd");

        click("Add to tasks…");

        assertThat(notices())
                .anyMatch(notice -> notice.contains("as many as the answer said, but not all the same ones"));
    }

    @Test
    void devicesThatAreTheSameAreActedOnWithoutAWord() {
        ask(REMOVED);

        click("Add to tasks…");

        assertThat(notices()).noneMatch(notice -> notice.contains("the answer"));
    }

    @Test
    void whatIsGoneBeforeItIsActedOnIsSaid() {
        ask(Question.devices(new Condition.Is(new Criterion.Texts(ConditionType.NAME, List.of("LAPTOP-123")))));
        delete();

        click("Add to tasks…");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(notices()).anyMatch(notice -> notice.contains("There are no such devices any more."));
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void readersAskAndSaveAndDoNothingToDevices() {
        ask(REMOVED);

        assertThat(page()).contains("There are 2 devices");
        assertThat(find(Button.class).withText("Add to tasks…").exists()).isFalse();
        assertThat(find(Button.class).withText("Save…").exists()).isTrue();
        click("Save…");
        assertThat(find(Checkbox.class).exists()).isFalse();
    }

    @Test
    void aComparisonIsAskedForByAButtonAndStandsInTheAddress() {
        ask(REMOVED);

        click("Compare with the run before");

        assertThat(address())
                .isEqualTo(
                        AskLink.path(REMOVED.compared(new Since.PreviousRun()).canonical()));
        assertThat(page()).contains("There is no run before the newest one").contains("There are 2 devices");
        assertThat(sections()).doesNotContain("Compared");
        assertThat(find(Button.class).withText("Compare with the run before").exists())
                .isFalse();
    }

    @Test
    void whatCanBeComparedIsComparedInASectionOfItsOwn() {
        StoredRun.add(jdbc, tenant.runId() - 1);

        ask(REMOVED.compared(new Since.PreviousRun()));

        assertThat(sections()).containsSubsequence("Summary", "How I understood this", "Compared", "Devices");
        assertThat(page()).contains("had 0 devices.");
    }

    @Test
    void aTableOfDevicesComesAndGoesWithThem() {
        ask(Question.devices(new Condition.Is(new Criterion.Texts(ConditionType.NAME, List.of("LAPTOP-123")))));
        assertThat(test(grid()).size()).isEqualTo(1);
        delete();

        News.tell(events, new RequestChanged(1));

        assertThat(page()).contains("There is no device with names matching \"LAPTOP-123\".");
        assertThat(find(Grid.class).exists()).isFalse();
    }

    @Test
    void groupsOfNothingAreNeitherCountedNorListed() {
        ask(new Question(
                Wish.GROUPS, AskedFor.with(Choice.MACOS), List.of(ConditionType.OWNERSHIP), null, null, List.of()));

        assertThat(page()).contains("There is no device with platform macOS.");
        assertThat(sections()).contains("Summary").doesNotContain("Groups");
        assertThat(find(Grid.class).exists()).isFalse();
    }

    @Test
    void aQuestionIsSavedPinnedAndWatched() {
        ask(REMOVED);
        click("Save…");
        name().setValue("Left Intune");
        click("Save");

        NamedQuestion saved = questions.all().getFirst();
        assertThat(saved.question()).isEqualTo(REMOVED.canonical());
        assertThat(address()).isEqualTo("ask/" + saved.id());
        assertThat(find(H1.class).single().getText()).isEqualTo("Left Intune");

        click("Pin to Overview");
        click("Tell me when the number changes");

        assertThat(marks.of(saved.id()).pinned()).isTrue();
        assertThat(marks.of(saved.id()).watched()).isTrue();
        UI.getCurrent().navigate("");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).contains("ask/" + saved.id());
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("Left Intune", "not counted yet");
    }

    @Test
    void aNameThatIsTakenIsRefusedAtItsFieldAndNothingTypedIsLost() {
        questions.save("Left Intune", Understanding.of(REMOVED));
        ask(REMOVED);
        click("Pin to Overview…");
        name().setValue("left intune");

        click("Save");

        assertThat(name().getErrorMessage()).contains("already");
        assertThat(name().getValue()).isEqualTo("left intune");
        assertThat(marks.pinned()).isEmpty();
    }

    @Test
    void aSavedQuestionIsChangedFromItsChangedAnswer() {
        NamedQuestion saved = questions.save("Mine", Understanding.of(WINDOWS_REMOVED));
        UI.getCurrent().navigate(AskLink.path(saved.id()));
        click(labelled("Remove: platform Windows"));
        assertThat(address()).startsWith("ask/" + saved.id() + "?q=");

        click("Save changes…");
        click("Save");

        assertThat(questions.get(saved.id()).orElseThrow().question()).isEqualTo(REMOVED.canonical());
        assertThat(address()).isEqualTo("ask/" + saved.id());
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        NamedQuestion saved = questions.share("Everybody's", Understanding.of(REMOVED));
        UI.getCurrent().navigate(AskLink.path(saved.id()));
        click("Rename…");
        As.person(
                BEN,
                List.of(Roles.READER, Roles.OPERATOR),
                () -> questions.changeShared(saved, "Ben's", Understanding.of(REMOVED)));
        name().setValue("Olga's");

        click("Save");

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .containsPattern("(Ben|ben@contoso.example) changed this question meanwhile");
        assertThat(questions.get(saved.id()).orElseThrow().name()).isEqualTo("Ben's");
    }

    @Test
    void whatSomebodyElseChangedWhileThePageWasOpenIsLinkedToAndNotOfferedToBeOverwritten() {
        NamedQuestion saved = questions.share("Everybody's", Understanding.of(REMOVED));
        UI.getCurrent().navigate(AskLink.path(saved.id()));
        As.person(
                BEN,
                List.of(Roles.READER, Roles.OPERATOR),
                () -> questions.changeShared(saved, "Everybody's", Understanding.of(WINDOWS_REMOVED)));

        News.tell(events, new QuestionsChanged());

        assertThat(page()).containsPattern("(Ben|ben@contoso.example) changed this question meanwhile\\.");
        assertThat(find(Anchor.class).withText("Open it as it is now").single().getHref())
                .isEqualTo(AskLink.path(saved.id()));
        assertThat(find(Button.class).withText("Save as another…").exists()).isTrue();
        for (String overwriting : List.of("Save changes…", "Rename…", "Remove…")) {
            assertThat(find(Button.class).withText(overwriting).exists())
                    .as(overwriting)
                    .isFalse();
        }
    }

    @Test
    void whatItsOwnerRemovedWhileThePageWasOpenIsSaidAndCanBeSavedAnew() {
        NamedQuestion saved = questions.share("Everybody's", Understanding.of(REMOVED));
        UI.getCurrent().navigate(AskLink.path(saved.id()));
        As.person(BEN, List.of(Roles.READER, Roles.OPERATOR), () -> questions.removeShared(saved));

        News.tell(events, new QuestionsChanged());

        assertThat(page()).contains("“Everybody's” was removed meanwhile.");
        for (String gone : List.of("Rename…", "Remove…", "Pin to Overview")) {
            assertThat(find(Button.class).withText(gone).exists()).as(gone).isFalse();
        }
        click("Save…");
        name().setValue("Everybody's");
        click("Save");
        assertThat(questions.all()).extracting(NamedQuestion::name).containsExactly("Everybody's");
    }

    @Test
    void whatWasRemovedBeforeItIsPinnedIsSaidAndNothingIsPinned() {
        NamedQuestion saved = questions.share("Everybody's", Understanding.of(REMOVED));
        UI.getCurrent().navigate(AskLink.path(saved.id()));
        As.person(BEN, List.of(Roles.READER, Roles.OPERATOR), () -> questions.removeShared(saved));

        click("Pin to Overview");

        assertThat(notices()).anyMatch(notice -> notice.contains("This question was removed meanwhile."));
        assertThat(marks.pinned()).isEmpty();
    }

    @Test
    void aRunThatEndedSinceTheAnswerWasShownIsSaidBeforeTheDevicesAreActedOn() {
        ask(REMOVED);
        jdbc.sql("update inventory set published_at = null").update();
        FlaggedTenant newer = FlaggedTenant.removed(jdbc);
        newer.flagged("LAPTOP-126", "AzureAd");

        click("Add to tasks…");

        assertThat(notices()).anyMatch(notice -> notice.contains("These are 1 device now; the answer said 2."));
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("It is about 1 device.");
    }

    @Test
    void whyASavedQuestionCouldNotBeCountedIsSaidOnItsPage() {
        NamedQuestion saved = questions.save("Mine", Understanding.of(REMOVED));
        jdbc.sql("insert into question_number (question_id, run_id, counted_at, problem) values (:id, 7, now(), :why)")
                .param("id", saved.id())
                .param("why", "This question could not be counted.")
                .update();

        UI.getCurrent().navigate(AskLink.path(saved.id()));

        assertThat(page()).contains("Run 7: This question could not be counted.");
    }

    @Test
    void aSavedQuestionIsRemovedOnceItIsConfirmed() {
        NamedQuestion saved = questions.save("Mine", Understanding.of(REMOVED));
        UI.getCurrent().navigate(AskLink.path(saved.id()));

        click("Remove…");
        click("Remove");

        assertThat(questions.all()).isEmpty();
        assertThat(address()).isEqualTo("ask");
        UI.getCurrent().navigate(AskLink.path(saved.id()));
        assertThat(page()).contains("There is no such question");
    }

    @Test
    void whatIsNoLongerUnderstoodSaysSo() {
        NamedQuestion saved = questions.save("Mine", Understanding.of(REMOVED));
        jdbc.sql("update named_question set question = 'zzz zzz zzz' where id = :id")
                .param("id", saved.id())
                .update();

        UI.getCurrent().navigate(AskLink.path(saved.id()));

        assertThat(page()).contains("no longer understands");
        assertThat(find(Grid.class).exists()).isFalse();
    }

    @Test
    void theEmptyPageHasExamplesThatFindSomethingAndWhatWasAskedAndSaved() {
        questions.save("Mine", Understanding.of(REMOVED));
        history.note("macs silent 90d");

        UI.getCurrent().navigate("ask");

        List<String> links =
                find(Anchor.class).all().stream().map(Anchor::getText).toList();
        assertThat(links).contains("Mine", "macs silent 90d", AskExamples.PROMPTS.getFirst());
        assertThat(page()).contains("2 devices").doesNotContain("0 devices");

        click(find(Section.class).all().stream()
                .map(Section::getHeaderSuffix)
                .filter(Button.class::isInstance)
                .findFirst()
                .orElseThrow());
        assertThat(page()).doesNotContain("macs silent 90d");
    }

    @Test
    void withoutAResultThereIsNoAnswerAndItSaysWhy() {
        jdbc.sql("update inventory set published_at = null").update();

        ask(REMOVED);

        assertThat(page()).contains("There is no answer", "No run has ended with a result yet");
        assertThat(find(Grid.class).exists()).isFalse();
    }

    @Test
    void whatIsTypedIsAskedAndKeptForThePerson() {
        UI.getCurrent().navigate("ask");
        prompt().setValue(REMOVED.canonical());

        click("Ask");

        assertThat(address()).isEqualTo(AskLink.path(REMOVED.canonical()));
        assertThat(history.own(5)).extracting(asked -> asked.prompt()).containsExactly(REMOVED.canonical());
    }

    @Test
    void whatIsAskedNextCanNarrowWhatIsShown() {
        ask(REMOVED);
        prompt().setValue("only the Macs");

        click("Ask");

        assertThat(address()).contains("of=");
        assertThat(page()).contains("platform macOS");
        assertThat(sections()).contains("How I understood this");
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(AskViewTest::within));
    }

    private void ask(Question question) {
        UI.getCurrent().navigate("ask", QueryParameters.of("q", question.canonical()));
    }

    private void delete() {
        inventories.correct(
                new VerifiedChange(flagged, VerifiedChange.Kind.DELETED, Instant.now(), Instant.now(), 1), null);
    }

    private String page() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private List<String> sections() {
        return find(Section.class).all().stream()
                .map(section -> section.getTitle().getElement().getText())
                .toList();
    }

    private List<String> notices() {
        return find(Notification.class).all().stream()
                .map(notice -> test(notice).getText() + notice.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Grid<DeviceRow> grid() {
        return find(Grid.class).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Condition> alternatives() {
        return find(RadioButtonGroup.class).single();
    }

    private TextField name() {
        return find(TextField.class).withCaption("Name").single();
    }

    private TextField prompt() {
        return find(TextField.class).withCaption("Ask about your devices").single();
    }

    private Button labelled(String label) {
        return find(Button.class).all().stream()
                .filter(button -> label.equals(button.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private void click(String button) {
        click(find(Button.class).withText(button).all().getFirst());
    }

    private void click(Component button) {
        test((Button) button).click();
    }
}
