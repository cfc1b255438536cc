package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.retention.ExpiryByHand;
import org.deviceoffboarding.playbook.TickedSteps;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.NewestResult;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Old results and what was asked for by them. */
@PortalTest
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR})
class RequestedResultsTest {

    private static final Actor ANNA = new Actor("anna", "Anna");

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aResultStaysWithItsTicksUntilWhatWasAskedForByItHasEnded() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        UUID device = tenant.flagged("LAPTOP-1", "AzureAd");
        TickedSteps.everywhere(jdbc);
        jdbc.sql("""
                insert into key_check (suggestion_id, status, requested_at, requested_by_id, requested_by_name, finished_at)
                values (:suggestion, 'COMPLETED', now(), 'anna', 'Anna', now())
                """).param("suggestion", tenant.suggestionId()).update();
        long request = As.person(
                        ANNA,
                        () -> submissions.ask(new NewRequest(
                                Action.DISABLE,
                                List.of(device),
                                "left",
                                "a test",
                                null,
                                0,
                                false,
                                NewestResult.of(jdbc))))
                .id();
        FlaggedTenant.removed(jdbc);
        FlaggedTenant.removed(jdbc);
        jdbc.sql("update evaluation_run set finished_at = now() - interval '401 days'")
                .update();
        ExpiryByHand old = portal.getAutowireCapableBeanFactory().createBean(ExpiryByHand.class);
        List<Long> before = kept(tenant.suggestionId());

        old.expire();

        assertThat(before).doesNotContain(0L);
        assertThat(kept(tenant.suggestionId())).isEqualTo(before);
        As.person(ANNA, () -> submissions.withdraw(request));
        old.expire();
        assertThat(kept(tenant.suggestionId())).containsExactly(0L, 0L, 0L, 0L);
        assertThat(jdbc.sql("select count(*) from requested_device where request_id = :request")
                        .param("request", request)
                        .query(Long.class)
                        .single())
                .as("the request itself stays")
                .isEqualTo(1);
    }

    /** Returns how many there are: suggestions, their devices, their ticks, their readings of keys. */
    private List<Long> kept(long suggestion) {
        return List.of(
                count("select count(*) from suggestion where id = :suggestion", suggestion),
                count("select count(*) from suggested_device where suggestion_id = :suggestion", suggestion),
                count("select count(*) from step_tick where suggestion_id = :suggestion", suggestion),
                count("select count(*) from key_check where suggestion_id = :suggestion", suggestion));
    }

    private long count(String sql, long suggestion) {
        return jdbc.sql(sql).param("suggestion", suggestion).query(Long.class).single();
    }
}
