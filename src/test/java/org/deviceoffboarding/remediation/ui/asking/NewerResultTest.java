package org.deviceoffboarding.remediation.ui.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.evaluation.ui.ReplacedResult;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.NewestResult;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A run that ends while pages and dialogs are open that rest on the result before. */
@PortalTest
@ViewPackages(
        packages = {
            "org.deviceoffboarding.base.ui",
            "org.deviceoffboarding.evaluation.ui",
            "org.deviceoffboarding.inventory.ui",
            "org.deviceoffboarding.suggestion.ui",
            "org.deviceoffboarding.remediation.ui"
        })
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class NewerResultTest extends SpringBrowserlessTest {

    @Autowired
    private RequestQueryService requests;

    @Autowired
    private AskDialogs dialogs;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID device;

    @BeforeEach
    void haveAResult() {
        jdbc.sql("delete from evaluation_run").update();
        tenant = FlaggedTenant.removed(jdbc);
        device = tenant.flagged("LAPTOP-1", "AzureAd");
    }

    @Test
    void anOpenSuggestionIsToldAndLeadsToTheOneThatTookItsPlace() {
        open("suggestions/" + tenant.suggestionId());
        assertThat(notice()).isEmpty();

        runAgain("LAPTOP-1");

        assertThat(notice()).startsWith("A newer run of today ").contains(" replaced this result.");
        assertThat(find(Anchor.class).withText("Open it in the newest result").all())
                .extracting(Anchor::getHref)
                .contains("suggestions/" + tenant.suggestionId());
        assertThat(find(Button.class).withText("Disable 1 device…").exists()).isFalse();
        assertThat(find(Button.class).withText("Manage suggestion").exists()).isFalse();

        open("suggestions/" + tenant.suggestionId());
        assertThat(notice()).isEmpty();
    }

    @Test
    void listsAndOverviewShowTheNewResultAndSaySo() {
        for (String page : List.of("suggestions", "devices", "")) {
            open(page);

            runAgain("LAPTOP-1");

            assertThat(notice()).as(page).contains(" replaced the result. This page shows it now.");
            click("Close");
            assertThat(notice()).isEmpty();
        }
    }

    @Test
    void theFirstResultReplacesNothing() {
        jdbc.sql("delete from evaluation_run").update();
        open("suggestions");

        runAgain("LAPTOP-1");

        assertThat(notice())
                .startsWith("There is a first result, of today ")
                .contains("This page shows it now.")
                .doesNotContain("replaced");
    }

    @Test
    void aDevicesPageShowsTheNewResultAndSaysSo() {
        open("devices/" + device);
        runAgain("LAPTOP-1");
        assertThat(notice()).contains("replaced the result. This page shows it now.");

        click("Close");

        assertThat(notice()).isEmpty();
    }

    @Test
    void anOlderRunsPageLeadsToTheNewestAndItsOwnResultIsNoNews() {
        long before = NewestResult.of(jdbc);
        open("runs/" + before);
        runAgain("LAPTOP-1");
        long newest = NewestResult.of(jdbc);

        assertThat(notice()).contains("replaced this result.", "Open run " + newest);

        long running = jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at)
                values ('RUNNING', 'READ', now(), 'o', 'O', 0, 0, now(), now()) returning id
                """).query(Long.class).single();
        open("runs/" + running);
        jdbc.sql(
                        "update evaluation_run set status = 'COMPLETED', phase = 'SUGGEST', finished_at = now() where id = :id")
                .param("id", running)
                .update();
        News.tell(events, new InventoryReplaced(running));
        assertThat(notice()).isEmpty();
    }

    @Test
    void anOpenDialogIsToldRefusesAndGoesOnWithTheNewResultAndWhatWasTyped() {
        open("suggestions/" + tenant.suggestionId());
        click("Disable 1 device…");
        assertThat(find(ReplacedResult.class).exists()).isFalse();
        test(find(TextArea.class).withCaption("Reason").single()).setValue("replaced, ticket 4711");

        runAgain("LAPTOP-1", "LAPTOP-2");

        assertThat(find(ReplacedResult.class).single().getElement().getTextRecursively())
                .contains("A newer run of today", "replaced this result. Nothing is done by the old one");
        click("Ask to disable 1 device");
        assertThat(find(RefusalNotice.class).single().getText())
                .startsWith("A newer run has replaced this suggestion. Go on with “Remove some devices” of run");
        assertThat(requests.find(RequestFilter.NONE, PageRequest.ofSize(10))).isEmpty();

        click("Go on with the new result");

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Disable 2 devices");
        assertThat(find(ReplacedResult.class).exists()).isFalse();
        assertThat(find(RefusalNotice.class).exists()).isFalse();
        assertThat(find(TextArea.class).withCaption("Reason").single().getValue())
                .isEqualTo("replaced, ticket 4711");
        click("Ask to disable 2 devices");
        assertThat(requests.find(RequestFilter.NONE, PageRequest.ofSize(10)))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.reason()).isEqualTo("replaced, ticket 4711");
                    assertThat(request.suggestionId()).isEqualTo(tenant.suggestionId());
                });
    }

    @Test
    void aDialogForPickedDevicesIsToldThemToo() {
        dialogs.open(Action.DISABLE, List.of(device), "a test", () -> {});
        runAgain("LAPTOP-2");
        assertThat(find(ReplacedResult.class).exists()).isTrue();

        click("Go on with the new result");

        assertThat(find(AskDialog.class).single().getElement().getTextRecursively())
                .contains("The device cannot be disabled");
    }

    @Test
    void whatIsChosenWhileASuggestionIsReplacedIsSavedForTheNewOne() {
        open("suggestions/" + tenant.suggestionId());
        click("Manage suggestion");
        TextArea note = find(TextArea.class).withCaption("Note").single();
        test(note).setValue("Asked the help desk.");
        runAgain("LAPTOP-1");
        assertThat(find(ReplacedResult.class).exists()).isTrue();

        click("Save");
        assertThat(find(RefusalNotice.class).single().getText())
                .startsWith("A newer run has replaced this suggestion.");
        click("Go on with the new result");
        click("Save");

        assertThat(jdbc.sql("select note from suggestion where id = :id")
                        .param("id", tenant.suggestionId())
                        .query(String.class)
                        .single())
                .isEqualTo("Asked the help desk.");
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("suggestions/" + tenant.suggestionId());
    }

    private void open(String page) {
        UI.getCurrent().navigate(page);
        runPendingSignalsTasks();
    }

    /** Another run ends, with these devices in its result. */
    private void runAgain(String... names) {
        tenant = FlaggedTenant.removed(jdbc);
        for (String name : names) {
            tenant.flagged(name, "AzureAd");
        }
        News.tell(events, new InventoryReplaced(NewestResult.of(jdbc)));
    }

    /** Returns what is said above the page. */
    private String notice() {
        return find(Div.class).withClassName("notice-attention").all().stream()
                .filter(notice -> "status".equals(notice.getElement().getAttribute("role")))
                .filter(Component::isVisible)
                .map(notice -> notice.getElement().getTextRecursively())
                .findFirst()
                .orElse("");
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }
}
