package org.deviceoffboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.refused.RefusedEntry;
import org.deviceoffboarding.audit.refused.RefusedRows;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What somebody noted among the rows that are never sealed is not called foreign where it is not. */
class JudgedRefusalsTest {

    private static final Actor ANNA = new Actor("a-1", "anna@contoso.example");

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(MigratedDatabase.ofAdministrator(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Sealing sealing;

    JudgedRefusalsTest(@TempDir Path folder) {
        sealing = Sealing.of(database, folder, CheckpointKey.create());
    }

    @BeforeEach
    void nothingIsRefused() {
        sealing.all();
        assertThat(sealing.refusals()).isEqualTo(RefusedRows.NONE);
    }

    @Test
    void anEntryThatSomebodyKeepsFromBeingSealedIsNoForeignRow() {
        long genuine = store();
        keepFromBeingSealed(genuine);
        long foreign = storeFalse(1);
        sealing.all();

        RefusedRows refused = sealing.refusals();

        assertThat(refused.foreign()).isEqualTo(1);
        assertThat(refused.newest()).extracting(RefusedEntry::id).containsExactly(foreign);
        assertThat(refused.kept()).isEqualTo(1);
        assertThat(refused.newestKept()).extracting(RefusedEntry::id).containsExactly(genuine);
        assertThat(refused.unseen()).isZero();
    }

    @Test
    void anEntryThatIsNotedThereAndSealedAllTheSameIsNeitherKeptNorForeign() {
        long genuine = store();
        jdbc.sql("insert into audit_refused values (:id, now())")
                .param("id", genuine)
                .update();
        sealing.all();
        assertThat(jdbc.sql("select count(*) from audit_leaf where entry_id = :id")
                        .param("id", genuine)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        RefusedRows refused = sealing.refusals();

        assertThat(refused.kept()).isZero();
        assertThat(refused.foreign()).isZero();
    }

    @Test
    void manyRowsThatSomebodyAddsDelayWhatIsSaidOfAnotherAndNeverHideIt() {
        long genuine = store();
        long last = storeFalse(1_200);
        jdbc.sql("insert into audit_refused select entry_id, now() from audit_unsealed where entry_id > :id")
                .param("id", genuine)
                .update();
        assertThat(sealing.refusals().kept()).isZero();
        keepFromBeingSealed(genuine);
        sealing.all();

        assertThat(sealing.refusals().unseen()).isPositive();
        for (int asked = 0; asked < 5; asked++) {
            sealing.refusals();
        }

        RefusedRows refused = sealing.refusals();
        assertThat(refused.newestKept()).extracting(RefusedEntry::id).containsExactly(genuine);
        assertThat(refused.foreign()).isEqualTo(1_200);
        assertThat(refused.newest())
                .hasSize(5)
                .first()
                .extracting(RefusedEntry::id)
                .isEqualTo(last);
        assertThat(refused.unseen()).isZero();

        for (int more = 0; more < 3; more++) {
            storeFalse(600);
            sealing.all();
            assertThat(sealing.refusals().newestKept())
                    .extracting(RefusedEntry::id)
                    .containsExactly(genuine);
        }
    }

    @Test
    void whatAnAdministratorPutRightIsSaidNoMore() {
        long genuine = store();
        keepFromBeingSealed(genuine);
        assertThat(sealing.refusals().kept()).isEqualTo(1);

        for (String statement : List.of(
                "alter table audit_refused disable trigger user",
                "delete from audit_refused",
                "alter table audit_refused enable trigger user",
                "alter table audit_unsealed disable trigger user",
                "insert into audit_unsealed values (" + genuine + ")",
                "alter table audit_unsealed enable trigger user")) {
            jdbc.sql(statement).update();
        }

        assertThat(sealing.refusals()).isEqualTo(RefusedRows.NONE);
        assertThat(sealing.all()).isEqualTo(1);
    }

    private long store() {
        sealing.transaction()
                .executeWithoutResult(transaction -> sealing.auditLog().record(ANNA, new CheckpointsTaken("keys.txt")));
        return highest();
    }

    private long storeFalse(int count) {
        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                select now(), 'a-1', 'Anna', 'lamp.lit', 'DONE', '', 'Lit', 2, sha256('another') from generate_series(1, :count)
                """).param("count", count).update();
        return highest();
    }

    private long highest() {
        return jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
    }

    private void keepFromBeingSealed(long id) {
        jdbc.sql("insert into audit_refused values (:id, now())")
                .param("id", id)
                .update();
        jdbc.sql("delete from audit_unsealed where entry_id = :id")
                .param("id", id)
                .update();
    }
}
