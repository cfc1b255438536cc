package org.deviceoffboarding.remediation.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.approval.RequestRulesEffect.WaitingRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks what rules would change for requests. */
@Repository
class RequestsUnderRules {

    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private final JdbcClient jdbc;

    RequestsUnderRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RequestRulesEffect under(RemediationRules rules, Instant now) {
        List<WaitingRequest> overTheDay = overTheDay(rules);
        return jdbc.sql("""
                select count(*) filter (where status = 'WAITING') as waiting,
                       count(*) filter (where status in ('RUNNING', 'BLOCKED')) as under_way,
                       devices_taken_away(:day) as used_of_the_day,
                       count(*) filter (where requested_at > :month) as last_month,
                       count(*) filter (where requested_at > :month and not needs_approval and devices >= :from) as would_wait,
                       count(*) filter (where requested_at > :month and needs_approval and devices < :from) as would_not_wait,
                       count(*) filter (where requested_at > :month and devices > :most) as too_large
                from change_request
                where requested_at > :month or finished_at is null or decided_at > :day
                """)
                .param("month", Sql.timestamp(now.minus(LOOKED_BACK)))
                .param("day", Sql.timestamp(now.minus(RemediationRules.DAY)))
                .param("from", rules.approvalFrom())
                .param("most", rules.perRequest())
                .query((row, number) -> new RequestRulesEffect(
                        row.getLong("waiting"),
                        row.getLong("under_way"),
                        overTheDay,
                        row.getLong("used_of_the_day"),
                        row.getLong("last_month"),
                        row.getLong("would_wait"),
                        row.getLong("would_not_wait"),
                        row.getLong("too_large")))
                .single();
    }

    private List<WaitingRequest> overTheDay(RemediationRules rules) {
        return jdbc.sql("""
                select id, devices, requested_by_name from change_request
                where status = 'WAITING' and action in ('DISABLE', 'DELETE') and devices > :most order by id
                """)
                .param("most", rules.perDay())
                .query((row, number) -> new WaitingRequest(
                        row.getLong("id"), row.getInt("devices"), row.getString("requested_by_name")))
                .list();
    }
}
