package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Overview leads to the first result, and says nothing of what was not looked at. */
@PortalTest
@ViewPackages(classes = OverviewView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class FirstVisitTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeEach
    void haveNothing() {
        jdbc.sql("delete from evaluation_run").update();
        jdbc.sql("delete from agent").update();
        jdbc.sql("delete from person").update();
    }

    @Test
    void anOwnerSetsTheAgentUpWithWhatItNeedsInSight() {
        open();

        assertThat(leading()).containsExactly("Set up agent…");
        assertThat(text())
                .contains("Set up the agent", "First run", "Review what it suggests", "Device.Read.All")
                .contains("Here you will then see the devices")
                .doesNotContain("Nothing to remove", "Nothing is flagged", "Devices flagged");
        assertThat(badges()).isNotEmpty().containsOnly("Asked for", "Needed");
        assertThat(find(Tile.class).exists()).isFalse();
    }

    @Test
    @WithMockUser(username = "rita", roles = Roles.READER)
    void aReaderIsToldWhoCanSetItUp() {
        open();
        assertThat(text()).contains("Nobody who can do this has signed in yet: it takes the role Owner.");

        new SeenPeople(events).signIn("olga", "Olga Owner", clock.instant(), Roles.OWNER);
        open();

        assertThat(text()).contains("Olga Owner can do this.");
        assertThat(leading()).isEmpty();
    }

    @Test
    void onceItIsSetUpEachPermissionHasItsTickAndTheRunIsNext() {
        setUp();
        jdbc.sql("insert into agent_readiness select 'Device.Read.All', true, 'GIVEN', 'GIVEN', '', now(), now()")
                .update();

        open();

        assertThat(leading()).containsExactly("Start the first run…");
        assertThat(badges()).contains("Done", "✓ Yes").doesNotContain("Asked for", "No");
        assertThat(text()).contains("It reads Contoso as admin@contoso.example.", "Permissions: 9 of 9 given");
    }

    @Test
    void aPermissionThatIsNotGivenIsNamed() {
        setUp();
        jdbc.sql("update agent set scopes = array_remove(scopes, 'User.Read.All')")
                .update();

        open();

        assertThat(text()).contains("Permissions: 8 of 9 given");
        assertThat(badges()).contains("Not checked yet");
    }

    @Test
    void aFirstRunThatFailedSaysWhyAndIsStartedAgain() {
        setUp();
        new ARun(jdbc).failed("Graph was away.");

        open();

        assertThat(leading()).containsExactly("Run again…");
        assertThat(text()).contains("failed: Graph was away.", "Activity").doesNotContain("Nothing to remove");
    }

    @Test
    void whileItRunsNothingHasToBePressedAndAfterTheFirstResultTheGuideIsGone() {
        setUp();
        ARun stored = new ARun(jdbc);
        var run = stored.running();
        open();
        ToldRun.tell(events, run);
        assertThat(leading()).isEmpty();
        assertThat(text()).contains("It goes on now, as shown above.");

        ToldRun.tell(events, stored.end(run, null));

        assertThat(text()).doesNotContain("From here to the first result");
        assertThat(leading()).containsExactly("Run");
        assertThat(find(Tile.class).exists()).isTrue();
    }

    /** The window stood at Overview before the test had arranged anything. */
    private void open() {
        UI.getCurrent().refreshCurrentRoute(false);
    }

    private String text() {
        return find(OverviewView.class).single().getElement().getTextRecursively();
    }

    private List<String> leading() {
        return find(Button.class).all().stream()
                .filter(button -> button.hasThemeName(ButtonVariant.PRIMARY.getVariantName()))
                .map(Button::getText)
                .toList();
    }

    private List<String> badges() {
        return find(Badge.class).all().stream().map(Badge::getText).toList();
    }

    private void setUp() {
        jdbc.sql("""
                insert into agent (identity_id, identity_name, tenant_name, scopes, refresh_token, token_salt, key_id,
                    token_obtained_at, set_up_at, set_up_by)
                values ('oid', 'admin@contoso.example', 'Contoso', array['Device.Read.All',
                    'DeviceManagementManagedDevices.Read.All', 'DeviceManagementApps.Read.All',
                    'DeviceManagementServiceConfig.Read.All', 'GroupMember.Read.All', 'User.Read.All',
                    'BitlockerKey.ReadBasic.All', 'DeviceLocalCredential.ReadBasic.All', 'User.Read'], 'ab', 'ab', 'another',
                    now(), now(), 'admin')
                """).update();
    }
}
