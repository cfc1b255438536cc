package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.base.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What verifications leave behind, and how far one is, as tests say. */
public final class KeptVerifications {

    private static final Actor BEN = new Actor("b-1", "ben@contoso.example");

    private KeptVerifications() {}

    /** Stores what another portal found, signed as it does. */
    public static void signed(ApplicationContext application, Instant at, long behind, String... misfits) {
        application.getBean(VerificationRepository.class).add(verification(at, behind, misfits));
    }

    /** Stores a good one of all entries, as it is where no checkpoint is outside the database. */
    public static void unproved(ApplicationContext application, Instant at) {
        Instant ended = at.truncatedTo(ChronoUnit.MICROS);
        application
                .getBean(VerificationRepository.class)
                .add(new LogVerification(ended, ended, BEN, 0, 100, 0, null, 0, null, 0, List.of(), List.of(), true));
    }

    /** Stores as much past the portal. */
    public static void unsigned(ApplicationContext application, Instant at, long behind, String misfits) {
        application
                .getBean(JdbcClient.class)
                .sql("""
                insert into audit_verification (began_at, ended_at, actor_id, actor_name, behind, size, proved_size, proved_at, unsealed,
                    misfits, remarks)
                values (now(), ?, 'x', 'X', ?, 100, 100, now(), 0, cast(? as jsonb), '{}')
                """)
                .params(java.sql.Timestamp.from(at), behind, misfits)
                .update();
    }

    /** Stores a signed one that found how the tables are made alone to be otherwise. */
    public static void signedOfTables(ApplicationContext application, Instant at, String misfit) {
        application.getBean(VerificationRepository.class).add(verification(at, 0, List.of(Misfits.definition(misfit))));
    }

    /** Stores a signed one that found nothing that was sealed to be otherwise, and a checkpoint outside that no key of this log signed. */
    public static void signedBesides(ApplicationContext application, Instant at) {
        Claim claim = new Claim(CheckpointKey.create().sign(new Checkpoint("another-log", 1, new byte[32], at)), true);
        application
                .getBean(VerificationRepository.class)
                .add(verification(at, 0, List.of(Misfits.wronglySigned(1, claim, claim))));
    }

    /** Stores a signed one that found more than it names. */
    public static void signedOfMany(ApplicationContext application, Instant at, long count, String... misfits) {
        LogVerification found = verification(at, 0, misfits);
        application
                .getBean(VerificationRepository.class)
                .add(new LogVerification(
                        found.beganAt(),
                        found.endedAt(),
                        found.by(),
                        0,
                        found.size(),
                        found.provedSize(),
                        found.provedAt(),
                        0,
                        null,
                        count,
                        found.misfits(),
                        List.of(),
                        true));
    }

    private static LogVerification verification(Instant at, long behind, String... misfits) {
        return verification(
                at,
                behind,
                Arrays.stream(misfits)
                        .map(sentence -> new Misfit(Misfit.Kind.CHANGED, 7L, sentence))
                        .toList());
    }

    private static LogVerification verification(Instant at, long behind, List<Misfit> found) {
        Instant ended = at.truncatedTo(ChronoUnit.MICROS);
        return new LogVerification(
                ended, ended, BEN, behind, 100, 100, ended, 0, null, found.size(), found, List.of(), true);
    }

    /** Lets one go on here. */
    public static void goesOn(ApplicationContext application, long done, long all) {
        application.getBean(VerificationsHere.class).show(done, all);
    }

    /** Lets the portal know nothing of what it verified itself, as after a restart. */
    public static void forget(ApplicationContext application) {
        VerificationRun run = application.getBean(VerificationRun.class);
        ReflectionTestUtils.setField(run, "last", null);
        ReflectionTestUtils.setField(run, "unkept", false);
    }

    /** Lets it end. */
    public static void ended(ApplicationContext application) {
        application.getBean(VerificationsHere.class).end(null);
    }

    /** Lets it end where the database keeps something else than was computed. */
    public static void endedUnkept(ApplicationContext application) {
        application.getBean(VerificationsHere.class).end(VerificationsHere.UNKEPT);
    }
}
