package org.deviceoffboarding.playbook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.playbook.Suggested;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.playbook.definition.Playbook;
import org.deviceoffboarding.playbook.definition.PlaybookService;
import org.deviceoffboarding.playbook.definition.PlaybookState;
import org.deviceoffboarding.playbook.definition.StepEdit;
import org.deviceoffboarding.remediation.ui.News;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.suggestion.ui")
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR})
class ChecklistSectionTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");
    private static final String LIST = "Download the device list";
    private static final String KEYS = "Make sure that the BitLocker keys and the LAPS password are known";
    private static final String DISABLE = "Disable in Entra";
    private static final String GRACE = "Wait for the grace period, 30 days";

    @Autowired
    private ChecklistService checklists;

    @Autowired
    private PlaybookService playbooks;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private Suggested suggested;

    @BeforeEach
    void suggest() {
        suggested = Suggested.windows(jdbc);
        suggested.keys(suggested.device("LAPTOP-1", "AzureAd"), 0, true);
        suggested.device("LAPTOP-2", "AzureAd");
    }

    @Test
    void aTickIsStoredWithWhoMadeItAndWhatWaitsIsSaidOnce() {
        open();
        assertThat(box(LIST).isEnabled()).isTrue();
        assertThat(box(DISABLE).isEnabled()).isTrue();
        assertThat(box(GRACE).isEnabled()).isFalse();
        assertThat(waiting()).singleElement().asString().contains(LIST, KEYS, DISABLE);

        test(box(LIST)).click();

        assertThat(box(LIST).getValue()).isTrue();
        assertThat(box(GRACE).isEnabled()).isFalse();
        assertThat(waiting()).singleElement().asString().contains(KEYS).doesNotContain(LIST);
        assertThat(find(Span.class).withTextContaining("Ticked by anna").exists())
                .isTrue();
        assertThat(find(ChecklistSection.class)
                        .single()
                        .getContent()
                        .getHeaderSuffix()
                        .getElement()
                        .getText())
                .isEqualTo("1 of 7 done");
        assertThat(checklists.find(suggested.id()).orElseThrow().done()).isEqualTo(1);
    }

    @Test
    void theWholeListCanBeDownloadedInBothForms() {
        open();

        assertThat(downloaded("Device list as CSV").toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFDevice,Entra object ID,")
                .contains("LAPTOP-1,", ",none,kept,", "LAPTOP-2,", ",not checked,not checked,");
        assertThat(downloaded("Device list for Excel").toByteArray()).startsWith('P', 'K');
    }

    @Test
    void theDownloadedListHasEveryDeviceOfTheSuggestion() {
        for (int device = 3; device <= 1_050; device++) {
            suggested.device("LAPTOP-" + device, "AzureAd");
        }
        open();

        assertThat(downloaded("Device list as CSV")
                        .toString(StandardCharsets.UTF_8)
                        .lines())
                .hasSize(1_051);
    }

    @Test
    void whatOthersTickAppearsByItself() {
        open();

        As.person(BEN, () -> checklists.tick(suggested.id(), "list"));
        runPendingSignalsTasks();

        assertThat(box(LIST).getValue()).isTrue();
        assertThat(find(Span.class)
                        .withTextContaining("Ticked by ben@contoso.example")
                        .exists())
                .isTrue();
    }

    @Test
    void whatAnOwnerChangesInThePlaybookIsThereAtOnce() {
        open();

        As.person(BEN, List.of(Roles.READER, Roles.OWNER), this::renameTheFirstStep);
        News.tell(events, new SuggestionsChanged());

        assertThat(find(Checkbox.class).withCaption("Keep the list").exists()).isTrue();
        assertThat(find(Checkbox.class).withCaption(LIST).exists()).isFalse();
        assertThat(waiting()).singleElement().asString().contains("Keep the list", KEYS, DISABLE);
    }

    @Test
    void takingATickBackAsksWhereLaterStepsAreTicked() {
        As.person(BEN, () -> checklists.tick(suggested.id(), "list"));
        As.person(BEN, () -> checklists.tick(suggested.id(), "keys-windows"));
        open();

        test(box(LIST)).click();

        ConfirmDialog dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("message")).contains("Their ticks stay", "ticked again");
        assertThat(checklists.find(suggested.id()).orElseThrow().done()).isEqualTo(2);
        test(dialog).confirm();
        assertThat(box(LIST).getValue()).isFalse();
        assertThat(box(KEYS).getValue()).isTrue();
        assertThat(box(GRACE).isEnabled()).isFalse();
    }

    @Test
    void keepingATickShowsItAgain() {
        As.person(BEN, () -> checklists.tick(suggested.id(), "list"));
        As.person(BEN, () -> checklists.tick(suggested.id(), "keys-windows"));
        open();
        test(box(LIST)).click();

        test(find(ConfirmDialog.class).single()).cancel();

        assertThat(box(LIST).getValue()).isTrue();
        assertThat(checklists.find(suggested.id()).orElseThrow().done()).isEqualTo(2);
    }

    @Test
    void theLastTickIsTakenBackWithoutAQuestion() {
        As.person(BEN, () -> checklists.tick(suggested.id(), "list"));
        open();

        test(box(LIST)).click();

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(box(LIST).getValue()).isFalse();
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void readersSeeTheStepsAndCannotTick() {
        open();

        assertThat(box(LIST).isReadOnly()).isTrue();
        assertThat(find(Button.class).withText("Check keys again").exists()).isFalse();
        assertThat(find(Anchor.class).withText("Edit the playbook").exists()).isFalse();
        assertThat(find(Anchor.class).withText("Device list as CSV").exists()).isTrue();
    }

    @Test
    void whatIsKnownOfTheKeysStandsAtTheirStep() {
        open();

        assertThat(find(Span.class)
                        .withText(
                                "Keys known for 0 of 2 Windows devices; 1 has no BitLocker key in Entra, 1 not checked.")
                        .exists())
                .isTrue();
        assertThat(find(Button.class).withText("Check keys again").single().isEnabled())
                .isTrue();
    }

    @Test
    void withoutAnAgentACheckIsRefusedInASentence() {
        open();

        test(find(Button.class).withText("Check keys again").single()).click();

        assertThat(find(Notification.class).single().getChildren().findFirst().orElseThrow())
                .isInstanceOfSatisfying(
                        Span.class, sentence -> assertThat(sentence.getText()).startsWith("No agent is set up."));
    }

    @Test
    void aCheckThatGoesOnAndWhatItCouldNotReadAreShown() {
        jdbc.sql("""
                insert into key_check (suggestion_id, status, requested_at, requested_by_id, requested_by_name, problem)
                values (:id, 'RUNNING', now() - interval '1 minute', 'o', 'ben@contoso.example', 'Grant the permission X.')
                """).param("id", suggested.id()).update();

        open();

        assertThat(find(Span.class)
                        .withTextContaining("Checking: 1 of 2 devices")
                        .exists())
                .isTrue();
        assertThat(find(Paragraph.class).withText("Grant the permission X.").exists())
                .isTrue();
        assertThat(find(Button.class).withText("Check keys again").single().isEnabled())
                .isFalse();
    }

    @Test
    void hybridDevicesAreNeverDeletedInEntra() {
        suggested = Suggested.of(jdbc, "REMOVED_FROM_INTUNE", "WINDOWS", "HYBRID");
        suggested.device("LAPTOP-3", "ServerAd");

        open();

        assertThat(find(Checkbox.class).all())
                .extracting(Checkbox::getLabel)
                .contains("Delete the computer object in on-premises Active Directory")
                .doesNotContain("Delete in Entra", DISABLE);
    }

    private ByteArrayOutputStream downloaded(String link) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        test(find(Anchor.class).withText(link).single()).download(out);
        return out;
    }

    private void renameTheFirstStep() {
        PlaybookState now = playbooks.get(Playbook.Key.WINDOWS_JOINED);
        List<StepEdit> steps = now.playbook().steps().stream()
                .map(StepEdit::of)
                .map(step -> new StepEdit(
                        step.key(),
                        step.title().equals(LIST) ? "Keep the list" : step.title(),
                        step.why(),
                        step.how(),
                        step.link(),
                        step.required()))
                .toList();
        playbooks.change(now.playbook().key(), now.version(), steps);
    }

    private void open() {
        UI.getCurrent().navigate("suggestions/" + suggested.id());
    }

    private List<String> waiting() {
        return find(Span.class).withTextContaining("Not before what is required is ticked").all().stream()
                .map(Span::getText)
                .toList();
    }

    private Checkbox box(String title) {
        return find(Checkbox.class).withCaption(title).single();
    }
}
