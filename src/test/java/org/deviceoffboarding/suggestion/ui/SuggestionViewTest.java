package org.deviceoffboarding.suggestion.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.playbook.checklist.ChecklistChanged;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.NewestResult;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A suggestion's page leads through its steps, and says what is so now. */
@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.suggestion.ui")
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR})
class SuggestionViewTest extends SpringBrowserlessTest {

    private static final Actor BEN = new Actor("oid-ben", "Ben");

    @Autowired
    private ChecklistService checklists;

    @Autowired
    private RequestSubmissionService submissions;

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
    void theTopSaysHowFarItIsWhatIsAskedForAndWhatIsDue() {
        open();

        assertThat(tiles())
                .containsExactly(
                        "Steps done 0 of 7 next: Download the device list",
                        "Requests None nobody has asked for anything",
                        "Due No date no grace period goes on");
        assertThat(find(Section.class).all().stream()
                        .map(section -> section.getTitle().getElement().getText())
                        .toList())
                .containsSubsequence("Summary", "Factors", "Recommended actions", "Devices", "Details");
    }

    @Test
    void onlyWhatTheNextStepIsDoneByLeads() {
        open();
        assertThat(leading()).containsExactly("Device list as CSV");
        assertThat(opened()).isEqualTo(1);
        assertThat(find(Button.class).withText("Disable 1 device…").single().isEnabled())
                .isTrue();

        tick("list");
        assertThat(leading()).containsExactly("Check keys");
        tick("keys-windows");
        assertThat(leading()).containsExactly("Open Defender portal (opens in a new tab)");
        tick("defender-windows");
        assertThat(leading()).containsExactly("Disable 1 device…");
        assertThat(opened()).isEqualTo(1);
        assertThat(tiles().getFirst()).isEqualTo("Steps done 3 of 7 next: Disable in Entra");
    }

    @Test
    void whatOthersAskForIsThereAtOnceAtItsStepAndAtTheTop() {
        open();

        long request = As.person(
                        BEN,
                        () -> submissions.ask(new NewRequest(
                                Action.DISABLE,
                                List.of(device),
                                "gone",
                                "a test",
                                tenant.suggestionId(),
                                0,
                                false,
                                NewestResult.of(jdbc))))
                .id();
        News.tell(events, new RequestChanged(request));

        assertThat(find(Button.class).withText("Disable 1 device…").exists()).isFalse();
        assertThat(find(Anchor.class).withText("Open request " + request).exists())
                .isTrue();
        assertThat(tiles().get(1)).startsWith("Requests 1 open request " + request + ": waits for approval until ");
    }

    @Test
    void devicesWhoseRegistrationComesFirstAreNotOfferedToBeDisabledAtAnyStep() {
        tenant = FlaggedTenant.with(jdbc, "AUTOPILOT_LEFTOVER", "AUTOPILOT");
        tenant.flagged("LAPTOP-2", "AzureAd");

        open();

        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .noneMatch(text -> text.startsWith("Disable 1 device"));
        assertThat(tiles().getFirst()).startsWith("Steps done 0 of ");
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void nothingLeadsWhoCanOnlyRead() {
        open();

        assertThat(leading()).isEmpty();
        assertThat(tiles().getFirst()).startsWith("Steps done 0 of 7");
    }

    private void tick(String step) {
        As.person(BEN, () -> checklists.tick(tenant.suggestionId(), step));
        News.tell(events, new ChecklistChanged(tenant.suggestionId()));
        runPendingSignalsTasks();
    }

    @Test
    void whatIsSearchedForAmongTheDevicesStandsInTheAddressAndIsThereAgain() {
        tenant.flagged("PHONE-2", "AzureAd");
        open();
        TextField search = $(TextField.class).single();

        test(search).setValue("phone");

        roundTrip();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("suggestions/" + tenant.suggestionId());
        assertThat(devices()).containsExactly("PHONE-2");
        UI.getCurrent().navigate("");
        open();
        assertThat($(TextField.class).single().getValue()).isEqualTo("phone");
        assertThat(devices()).containsExactly("PHONE-2");
        UI.getCurrent()
                .navigate(
                        "suggestions/" + tenant.suggestionId(),
                        new QueryParameters(Map.of("search", List.of("laptop"), "sort", List.of("name,desc"))));
        assertThat($(TextField.class).single().getValue()).isEqualTo("laptop");
        assertThat(devices()).containsExactly("LAPTOP-1");
    }

    @SuppressWarnings("unchecked")
    private List<String> devices() {
        Grid<Finding> rows = $(Grid.class).single();
        return rows.getDataProvider().fetch(new Query<>()).map(Finding::name).toList();
    }

    private void open() {
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
    }

    private List<String> tiles() {
        return find(Tile.class).all().stream()
                .map(tile ->
                        find(Span.class, tile).all().stream().map(Span::getText).collect(Collectors.joining(" ")))
                .toList();
    }

    private List<String> leading() {
        return find(Component.class).all().stream()
                .filter(SuggestionViewTest::leads)
                .map(component -> component.getElement().getTextRecursively())
                .toList();
    }

    private static boolean leads(Component component) {
        return component instanceof Button button && button.hasThemeName(ButtonVariant.PRIMARY.getVariantName())
                || component.hasClassName("step-button-leads");
    }

    private long opened() {
        return find(Details.class).all().stream().filter(Details::isOpened).count();
    }
}
