package org.deviceoffboarding.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.signin.KnownRefusal;
import org.deviceoffboarding.signin.SignInCure;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The columns that keep what the tenant said about an identity, in whichever table that is. */
public final class RefusalColumns {

    /** What sets them by {@link #bind}, and {@code expired} where only a new sign-in helps. */
    public static final String SET =
            "expired = expired or :gone, refusal_reason = :reason, refusal_code = :code, refusal_said = :said, refused_at = :at";

    /** What is true where they are not so yet. */
    public static final String DIFFER = "(refusal_reason, refusal_code) is distinct from (:reason, :code)";

    /** What clears them. */
    public static final String CLEAR =
            "refusal_reason = null, refusal_code = null, refusal_said = null, refused_at = null";

    private RefusalColumns() {}

    /** Gives a statement with {@link #SET} its parameters. */
    public static StatementSpec bind(StatementSpec statement, SignInRefusal refusal, Instant at) {
        return statement
                .param("gone", refusal.reason().cure() == SignInCure.NEW_SIGN_IN)
                .param("reason", refusal.reason().name())
                .param("code", refusal.code())
                .param("said", Sql.text(refusal.said()))
                .param("at", Sql.timestamp(at));
    }

    /** Returns what a row has in them; null where nothing is known of a refusal. */
    public static @Nullable KnownRefusal read(ResultSet row) throws SQLException {
        String reason = row.getString("refusal_reason");
        return reason == null
                ? null
                : new KnownRefusal(
                        new SignInRefusal(
                                SignInReason.named(reason),
                                row.getString("refusal_code"),
                                row.getString("refusal_said")),
                        Sql.instant(row, "refused_at"));
    }
}
