package org.deviceoffboarding.remediation.asking;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets what the database keeps as it was stored have happened earlier. Only tests can, by turning its triggers off. */
public final class LongAgo {

    private LongAgo() {}

    /** Lets all requests have been decided about an interval earlier, such as {@code 25 hours}. */
    public static void decided(JdbcClient jdbc, String interval) {
        change(jdbc, "decided_at = decided_at - interval '" + interval + "'", "true");
    }

    /** Lets one request have been decided about an interval earlier. */
    public static void decided(JdbcClient jdbc, long request, String interval) {
        change(jdbc, "decided_at = decided_at - interval '" + interval + "'", "id = " + request);
    }

    /** Lets a request have been asked for an interval earlier, and expire so much sooner. */
    public static void asked(JdbcClient jdbc, long request, String interval) {
        change(
                jdbc,
                "requested_at = requested_at - interval '%1$s', expires_at = expires_at - interval '%1$s'"
                        .formatted(interval),
                "id = " + request);
    }

    private static void change(JdbcClient jdbc, String assignments, String which) {
        jdbc.sql("""
                do $body$
                begin
                    perform set_config('session_replication_role', 'replica', true);
                    update change_request set %s where %s;
                    perform set_config('session_replication_role', 'origin', true);
                end $body$
                """.formatted(assignments, which)).update();
    }
}
