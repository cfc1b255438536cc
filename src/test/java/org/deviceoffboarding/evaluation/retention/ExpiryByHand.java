package org.deviceoffboarding.evaluation.retention;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets old results go at once, for tests of modules that keep something of them. */
public class ExpiryByHand {

    private final ResultExpiry expiry;
    private final JdbcClient jdbc;

    ExpiryByHand(ResultExpiry expiry, JdbcClient jdbc) {
        this.expiry = expiry;
        this.jdbc = jdbc;
    }

    /** Removes what is no longer kept, without the hour in which it is only not shown. */
    public void expire() {
        expiry.expire(() -> false);
        jdbc.sql("update evaluation_run set forgotten_at = forgotten_at - cast(:unseen as interval) where not emptied")
                .param("unseen", ResultExpiry.UNSEEN.toString())
                .update();
        expiry.expire(() -> false);
    }
}
