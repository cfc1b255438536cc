package org.deviceoffboarding.remediation.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A run that ends between looking at devices and asking for an action on them. */
@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ReplacedResultTest {

    private static final Actor ANNA = new Actor("anna", "Anna");

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID device;
    private long seen;

    @BeforeEach
    void lookAtAResult() {
        tenant = FlaggedTenant.removed(jdbc);
        device = tenant.flagged("LAPTOP-1", "AzureAd");
        seen = NewestResult.of(jdbc);
    }

    @Test
    void devicesAreNotTakenAwayByAResultThatWasReplacedThoughTheNewOneFlagsThemToo() {
        runAgain();

        refused(Action.DISABLE, null, "A newer run has replaced the result that you looked at.");

        seen = NewestResult.of(jdbc);
        assertThat(ask(Action.DISABLE, null).devices()).isEqualTo(1);
    }

    @Test
    void aSuggestionThatWasReplacedIsNotActedOnAndTheRefusalNamesTheNewOne() {
        long old = tenant.suggestionId();
        runAgain();
        seen = NewestResult.of(jdbc);

        refused(
                Action.DISABLE,
                old,
                "A newer run has replaced this suggestion. Go on with “Remove some devices” of run " + seen);

        assertThat(ask(Action.DISABLE, tenant.suggestionId()).suggestionId()).isEqualTo(tenant.suggestionId());
    }

    @Test
    void whatGivesBackDoesNotRestOnAResult() {
        tenant.disabled(device, "LAPTOP-1", 3);
        runAgain();

        assertThat(ask(Action.ENABLE, null).action()).isEqualTo(Action.ENABLE);
    }

    /** The next run flags the same device. */
    private void runAgain() {
        long before = seen;
        tenant = FlaggedTenant.removed(jdbc);
        long run = NewestResult.of(jdbc);
        for (String table : List.of("finding", "entra_device")) {
            jdbc.sql("update " + table + " set run_id = :run where run_id = :before")
                    .param("run", run)
                    .param("before", before)
                    .update();
        }
    }

    private ChangeRequest ask(Action action, @Nullable Long suggestion) {
        return As.person(
                ANNA,
                () -> submissions.ask(
                        new NewRequest(action, List.of(device), "They left", "a test", suggestion, 0, false, seen)));
    }

    private void refused(Action action, @Nullable Long suggestion, String sentence) {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> ask(action, suggestion))
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith(sentence));
        assertThat(jdbc.sql("select count(*) from change_request")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
