package org.deviceoffboarding.remediation.approval;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What an owner decided about requests, made up by a test. */
public final class OwnersRules {

    private OwnersRules() {}

    /** Sets what counts from now on, see {@link RemediationRules}. */
    public static void set(JdbcClient jdbc, int approvalFrom, int perRequest, int perDay) {
        jdbc.sql("""
                insert into remediation_rules (version, saved_at, saved_by_id, saved_by_name, approval_from, per_request,
                    per_day)
                select coalesce(max(version), 0) + 1, now(), 'owner-id', 'owner@contoso.example', :from, :request, :day
                from remediation_rules
                """)
                .param("from", approvalFrom)
                .param("request", perRequest)
                .param("day", perDay)
                .update();
    }
}
