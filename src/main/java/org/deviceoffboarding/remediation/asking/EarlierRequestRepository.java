package org.deviceoffboarding.remediation.asking;

import java.time.Instant;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows of earlier requests what decides about the next. */
@Repository
class EarlierRequestRepository {

    private final JdbcClient jdbc;

    EarlierRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many devices were disabled or deleted in the day that ends now without that anybody else approved it. */
    long withoutApprovalInADay(Instant now) {
        return jdbc.sql("select devices_taken_away(:since, null, true)")
                .param("since", Sql.timestamp(now.minus(RemediationRules.DAY)))
                .query(Long.class)
                .single();
    }
}
