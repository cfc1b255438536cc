package org.deviceoffboarding.access.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tenant asks of a person's next sign-in where it refused a token: claims, in its own words, which the sign-in that they lead to
 * has to ask for. Any portal on the database passes them on.
 */
@Component
public class ClaimsChallenges {

    /** What is longer goes into no address. */
    private static final int LONGEST = 4000;

    /** Whoever has not come back until then is asked anew. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final Logger log = LoggerFactory.getLogger(ClaimsChallenges.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    public ClaimsChallenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Remembers what the tenant asks for, in the place of what it asked for before.
     *
     * @param claims in JSON; what is none, and nothing, is not remembered
     */
    public void note(TokenOwner whose, @Nullable String claims) {
        if (claims == null || claims.length() > LONGEST || !isObject(claims)) {
            return;
        }
        jdbc.sql("delete from claims_challenge where asked_at < :before")
                .param("before", Sql.timestamp(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql("""
                insert into claims_challenge (purpose, whose, claims, asked_at) values (:purpose, :whose, :claims, :now)
                on conflict (purpose, whose) do update set claims = excluded.claims, asked_at = excluded.asked_at
                """)
                .param("purpose", whose.purpose())
                .param("whose", whose.personId())
                .param("claims", Sql.text(claims))
                .param("now", Sql.timestamp(clock.instant()))
                .update();
        log.atInfo().addKeyValue("purpose", whose.purpose()).log("The tenant asks for claims at the next sign-in");
    }

    /** Returns whether something waits for a sign-in. */
    public boolean waits(TokenOwner whose) {
        return jdbc.sql("select exists (select from claims_challenge where purpose = :purpose and whose = :whose)")
                .param("purpose", whose.purpose())
                .param("whose", whose.personId())
                .query(Boolean.class)
                .single();
    }

    /** Returns what a sign-in that begins now has to ask for, and keeps it until one was of use: who breaks it off begins another. */
    public Optional<String> find(TokenOwner whose) {
        return jdbc.sql("select claims from claims_challenge where purpose = :purpose and whose = :whose")
                .param("purpose", whose.purpose())
                .param("whose", whose.personId())
                .query(String.class)
                .optional();
    }

    /** Returns what the sign-in that begins now has to ask for, and forgets it. */
    public Optional<String> take(TokenOwner whose) {
        return jdbc.sql("delete from claims_challenge where purpose = :purpose and whose = :whose returning claims")
                .param("purpose", whose.purpose())
                .param("whose", whose.personId())
                .query(String.class)
                .optional();
    }

    /** Forgets what the tenant asked for, since it accepts the identity as it is, or nobody uses that any more. */
    public void forget(TokenOwner whose) {
        take(whose);
    }

    private static boolean isObject(String claims) {
        try {
            return JsonMapper.shared().readTree(claims).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }
}
