package org.deviceoffboarding.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Objects;
import org.deviceoffboarding.audit.verification.Misfit.Kind;
import org.deviceoffboarding.base.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.BadSqlGrammarException;

/** Who has others read something else in the log's tables than is proved is found, with or without a role of their own. */
class ChangedDefinitionTest {

    private static final String TWICE = """
            alter table audit_entry drop constraint audit_entry_pkey;
            create index audit_entry_pkey on audit_entry (id);
            insert into audit_entry (id, at, actor_id, actor_name, action, subject, summary, leaf_hash, result, details, format)
            select id, at, actor_id, 'Mallory', action, subject, 'Forged entry', leaf_hash, result, details, format
            from audit_entry where id = (select entry_id from audit_leaf where number = 5)
            """;

    /** Pages are shown the forged row, and whoever copies the table the true one. */
    private static final String SHOWN_DIFFERENTLY = """
            create policy shown on audit_entry for select using (case
                when id = (select entry_id from audit_leaf where number = 5)
                then (summary = 'Forged entry') = (current_query() not ilike '%copy%') else true end);
            create policy added on audit_entry for insert with check (true);
            alter table audit_entry enable row level security
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SealedLog log;

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aForgedEntryThatAPolicyShowsToPagesAloneIsFound() {
        fill(SealedLog.ofTwoRoles(folder));
        run(TWICE);
        run(SHOWN_DIFFERENTLY);

        LogFindings found = log.verify();

        assertThat(found.proved()).isNull();
        assertThat(found.misfitCount()).isEqualTo(found.misfits().size());
        assertThat(found.misfits().getFirst().kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(found.misfits())
                .extracting(Misfit::sentence)
                .anyMatch(each -> each.startsWith("The database does not give out the log as it is"))
                .anyMatch(each ->
                        each.equals("The table audit_entry has row level security, which no migration made: on."))
                .anyMatch(each ->
                        each.startsWith("The table audit_entry has the row level security policy 'shown', which no"))
                .anyMatch(each ->
                        each.startsWith("The table audit_entry lacks the constraint 'audit_entry_pkey', which the"))
                .anyMatch(each ->
                        each.startsWith("The table audit_entry has the index 'audit_entry_pkey', which no migration"));
        assertThat(LogVerification.of(SealedLog.BEGINNING, SealedLog.BEGINNING, Actor.PORTAL, 0, found)
                        .proved())
                .isEqualTo("No entry is proved by a checkpoint outside the database.");
        assertThat(log.verifyBehind(11).misfits().getFirst().kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void whoeverSeesAllRowsFindsTheEntryTwiceAndThePolicyNamed() {
        fill(new SealedLog(folder));
        run(TWICE);
        run(SHOWN_DIFFERENTLY);

        LogFindings found = log.verify();

        assertThat(found.misfits())
                .extracting(Misfit::sentence)
                .contains("Entry 5 is there more than once, so that no entry behind it can be proved.")
                .anyMatch(each -> each.contains("has the row level security policy 'shown', which no migration made"));
    }

    @Test
    void whatIsMissingSpoilsNoProofAndIsNotLeftUnsaid() {
        fill(SealedLog.ofTwoRoles(folder));
        run("drop index audit_entry_by_deed");

        LogFindings found = log.verify();

        assertThat(found.misfits())
                .containsExactly(new Misfit(
                        Kind.DEFINITION_CHANGED,
                        null,
                        "The table audit_entry lacks the index 'audit_entry_by_deed', which the migrations made."));
        LogVerification verification =
                LogVerification.of(SealedLog.BEGINNING, SealedLog.BEGINNING, Actor.PORTAL, 0, found);
        assertThat(verification.isGood()).isFalse();
        assertThat(verification.provedUntil()).isEqualTo(21);
        assertThat(log.verifyBehind(11).misfits()).isEqualTo(found.misfits());
    }

    @Test
    void aTableThatIsGoneIsNamed() {
        fill(SealedLog.ofTwoRoles(folder));
        run("drop table audit_refused cascade");

        assertThat(log.verify().misfits())
                .extracting(Misfit::sentence)
                .anyMatch(each -> each.startsWith("The database does not give out the log as it is"))
                .contains("The database lacks the table 'audit_refused', which the migrations made.");
    }

    @Test
    void aTableInASchemaThatIsLookedInBesideIsNotTakenForTheLogs() {
        fill(SealedLog.ofTwoRoles(folder));
        run("create schema beside; grant usage on schema beside to public");
        run("create table beside.audit_refused (entry_id bigint, at timestamptz)");
        run("grant select on beside.audit_refused to public; drop table public.audit_refused cascade");
        run("""
                do $$ begin
                    execute format('alter role portal_user in database %I set search_path = public, beside', current_database());
                end $$
                """);

        assertThat(log.verify().misfits().getFirst().kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void whatCanNotBeReadThoughAllIsAsItWasMadeIsNoFinding() {
        fill(SealedLog.ofTwoRoles(folder));
        run("revoke select on audit_entry from public, portal_user");

        assertThatExceptionOfType(BadSqlGrammarException.class)
                .isThrownBy(log::verify)
                .withStackTraceContaining("permission denied");
    }

    /** Entries 1 to 11 are proved by one checkpoint outside, 12 to 21 by the next. */
    private void fill(SealedLog empty) {
        log = empty.entries(10).seal().entries(10).seal().withoutTriggers();
        assertThat(log.verify().misfits()).isEmpty();
        assertThat(Objects.requireNonNull(log.verify().proved()).size()).isEqualTo(21);
    }

    private void run(String sql) {
        log.jdbc().sql(sql).update();
    }
}
