package org.deviceoffboarding.playbook.keycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.playbook.Suggested;
import org.deviceoffboarding.playbook.definition.PlaybookRefusedException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class KeyCheckServiceTest {

    private static final Actor ANNA = new Actor("oid-anna", "anna@contoso.example");

    @Autowired
    private KeyCheckService checks;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCheckIsQueuedAndOnRecord() {
        haveAgent();
        Suggested suggested = Suggested.windows(jdbc);
        suggested.device("LAPTOP-1", "AzureAd");

        As.person(ANNA, () -> checks.start(suggested.id()));

        KeyCheck check = checks.latest(suggested.id()).orElseThrow();
        assertThat(check.active()).isTrue();
        assertThat(check.requestedBy()).isEqualTo(ANNA);
        assertThat(check.checked()).isZero();
        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = 'key-check'")
                        .query(String.class)
                        .list())
                .containsExactly(Long.toString(check.id()));
        assertThat(jdbc.sql("select summary from audit_entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Asked to check whether the keys of 1 device are kept");
    }

    @Test
    void withoutWindowsDevicesThereIsNothingToCheck() {
        haveAgent();
        Suggested suggested = Suggested.of(jdbc, "REMOVED_FROM_INTUNE", "IOS", "ORDINARY");
        suggested.device("iPhone", null);

        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> As.person(ANNA, () -> checks.start(suggested.id())))
                .withMessageContaining("no Windows devices");
    }

    @Test
    void withoutAnAgentNothingCanBeChecked() {
        Suggested suggested = Suggested.windows(jdbc);

        assertThatExceptionOfType(AgentMissingException.class)
                .isThrownBy(() -> As.person(ANNA, () -> checks.start(suggested.id())));
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void readersSeeAndDoNotCheck() {
        Suggested suggested = Suggested.windows(jdbc);
        suggested.device("LAPTOP-1", "AzureAd");

        assertThat(checks.summary(suggested.id()).devices()).isEqualTo(1);
        assertThat(checks.latest(suggested.id())).isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(ANNA, () -> checks.start(suggested.id())));
    }

    private void haveAgent() {
        jdbc.sql("""
                insert into agent (identity_id, identity_name, tenant_name, scopes, refresh_token, token_salt,
                    token_obtained_at, set_up_at, set_up_by)
                values ('oid', 'admin@contoso.example', 'Contoso', '{}', 'ab', 'ab', now(), now(), 'admin@contoso.example')
                """).update();
    }
}
