package org.deviceoffboarding.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.audit.verification.Misfit.Kind;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of the database, past every trigger, does to the log is found and named. */
class TamperedLogTest {

    private static final String COLUMNS =
            "at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash";

    /** How the migrations make words. */
    private static final String MADE = """
            create or replace function audit_words(text) returns tsvector
            language sql immutable parallel safe strict
            return array_to_tsvector(array(
                select distinct left(word, 64) from regexp_split_to_table(lower(left($1, 20000)), '[^[:alnum:]]+') word where word <> ''))
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private SealedLog log;

    /** Entries 1 to 11 are proved by one checkpoint outside, 12 to 21 by the next; 3 wait. */
    @BeforeEach
    void fill() {
        log = new SealedLog(folder)
                .entries(10)
                .seal()
                .entries(10)
                .seal()
                .entries(3)
                .withoutTriggers();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatNobodyTouchedIsProvedUpToTheNewestCheckpointOutside() {
        LogFindings found = log.verify();

        assertThat(found.misfits()).isEmpty();
        assertThat(found.size()).isEqualTo(21);
        assertThat(provedSize(found)).isEqualTo(21);
        assertThat(found.waiting()).isEqualTo(3);
        assertThat(found.oldestWaiting()).isNotNull();
    }

    @Test
    void aChangedSentenceIsFound() {
        run("update audit_entry set summary = 'Nothing' where id = %d", row(10));

        assertFirst(
                Kind.CHANGED,
                10,
                "Entry 10 was sealed with a hash that its content, its devices included, does not have");
    }

    @Test
    void anyOtherColumnOfAnEntryIsFound() {
        run("create table before as select " + COLUMNS + " from audit_entry where id = %d", row(7));
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "actor_id = 'x'",
                "actor_name = 'someone@else'",
                "action = 'lamp.bought'",
                "result = 'FAILED'",
                "subject = ''",
                "details = details || '{\"zz\": 2}'",
                "details = details - 'a'",
                "details = '{\"a\": 1.5}'",
                "format = 1",
                "leaf_hash = sha256('x')")) {
            run("update audit_entry set " + change + " where id = %d", row(7));

            assertFirst(Kind.CHANGED, 7, "Entry 7 was sealed with a hash");

            run(
                    "update audit_entry e set (" + COLUMNS + ") = (select " + COLUMNS + " from before) where id = %d",
                    row(7));
            assertThat(log.verify().misfits()).as("Put back after " + change).isEmpty();
        }
    }

    @Test
    void aDeletedEntryIsFound() {
        run("delete from audit_entry where id = %d", row(5));

        assertFirst(Kind.ENTRY_MISSING, 5, "Entry 5 is missing");
    }

    @Test
    void anEntryDeletedWithItsNumberIsFound() {
        run("delete from audit_leaf where number = %d", 5);
        run("delete from audit_entry where id = %d", 5);

        assertFirst(Kind.NUMBER_MISSING, 5, "Number 5 is missing");
    }

    @Test
    void anEntryDeletedSoThatTheOthersMoveUpIsFound() {
        long row = row(5);
        run("delete from audit_leaf where number = %d", 5);
        run("delete from audit_entry where id = %d", row);
        run("alter table audit_leaf drop constraint audit_leaf_pkey");
        run("update audit_leaf set number = number - 1 where number > 5");
        run("delete from audit_checkpoint");

        LogFindings found = log.verify();

        assertThat(found.misfits().getFirst().kind()).isEqualTo(Kind.NOT_AS_SIGNED);
        assertThat(found.misfits().getFirst().number()).isEqualTo(2);
        assertThat(found.misfits()).extracting(Misfit::kind).contains(Kind.CUT_OFF);
    }

    @Test
    void anEntryThatWasPutInIsFound() {
        run("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                select at, actor_id, actor_name, action, result, subject, 'Approved', format, leaf_hash from audit_entry where id = %d
                """, row(5));

        assertFirst(Kind.INSERTED, null, "has no number and does not wait for one");
    }

    @Test
    void aNumberThatIsThereTwiceIsFound() {
        run("alter table audit_leaf drop constraint audit_leaf_pkey, drop constraint audit_leaf_entry_id_key");
        run("insert into audit_leaf select * from audit_leaf where number = 5");

        assertThat(log.verify().misfits())
                .extracting(Misfit::sentence)
                .contains("Entry 5 is there more than once, so that no entry behind it can be proved.");
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() {
        run("alter table audit_leaf drop constraint audit_leaf_entry_id_key");
        run("update audit_leaf set entry_id = %d - entry_id where number in (6, 8)", row(6) + row(8));

        assertFirst(Kind.CHANGED, 6, "Entry 6 was sealed with a hash");
    }

    @Test
    void twoLeavesThatChangedPlacesWithTheirEntriesAreFound() {
        run("alter table audit_leaf drop constraint audit_leaf_pkey");
        run("update audit_leaf set number = 14 - number where number in (6, 8)");

        assertFirst(Kind.NOT_AS_SIGNED, 2, "Entries 2 to 11 are not what the checkpoint of 29 Nov 2026 10:02 UTC");
    }

    @Test
    void anEndThatWasCutOffIsFound() {
        run("delete from audit_entry where id > %d", row(15));
        run("delete from audit_entry_device where entry_id > %d", row(15));
        run("delete from audit_leaf where number > 15");
        run("delete from audit_checkpoint where size > 15");
        run("delete from audit_unsealed");

        LogFindings found =
                assertFirst(Kind.CUT_OFF, 16, "The log ends at entry 15, and the checkpoint of 29 Nov 2026 10:03 UTC");

        assertThat(provedSize(found)).as("What is still proved").isEqualTo(11);
    }

    @Test
    void anOlderBackupIsFound() {
        run("create table waiting as select entry_id from audit_unsealed");
        log.seal();
        run("delete from audit_leaf where number > 21");
        run("delete from audit_checkpoint where size > 21");
        run("insert into audit_unsealed select entry_id from waiting");

        assertFirst(Kind.CUT_OFF, 22, "an older backup was restored");
    }

    @Test
    void anEntryRewrittenAndSealedAgainWithTheKeyIsFound() {
        rewrite(15);
        log.sealAgain();

        LogFindings found = assertFirst(
                Kind.NOT_AS_SIGNED, 12, "Entries 12 to 21 are not what the checkpoint of 29 Nov 2026 10:03 UTC");

        assertThat(provedSize(found)).isEqualTo(11);
    }

    @Test
    void anEntryRewrittenSealedAgainAndCopiedOutIsFoundByTheCheckpointsBefore() {
        rewrite(15);
        log.sealAgain();
        log.entries(1).seal();

        assertFirst(Kind.NOT_AS_SIGNED, 12, "Entries 12 to 21 are not what the checkpoint of");
    }

    @Test
    void aLogSealedAgainWithAnotherKeyIsFound() {
        log.changeKey();
        log.sealAgain();

        LogFindings found = log.verify();

        assertThat(found.misfits())
                .extracting(Misfit::kind)
                .containsExactly(Kind.CHECKPOINT_INSIDE, Kind.CHECKPOINTS_MISSING);
    }

    @Test
    void aCheckpointOutsideBySomebodyElsesKeyProvesNothing() {
        log.changeKey();
        log.seal();

        LogFindings found = log.verify();

        assertThat(found.misfits()).extracting(Misfit::kind).contains(Kind.WRONGLY_SIGNED);
        assertThat(provedSize(found)).isEqualTo(21);
    }

    @Test
    void anEntryKeptFromBeingSealedIsFound() {
        run("delete from audit_unsealed");

        assertFirst(Kind.INSERTED, null, "kept from being sealed");
    }

    @Test
    void anEntryChangedBeforeItIsSealedIsFoundUnlessItsHashIsMadeAnew() {
        run("update audit_entry set summary = 'Nothing' where id = (select max(entry_id) from audit_unsealed)");

        assertFirst(
                Kind.CHANGED,
                null,
                ", which waits for its number, has not the hash of what it says, and will not be sealed");
    }

    @Test
    void whatWaitsThoughItHasANumberIsFound() {
        run("insert into audit_unsealed values (%d)", row(5));

        assertFirst(Kind.WAITING_WRONGLY, null, "has a number already");
    }

    @Test
    void whatTheSealerCouldNotTakeAwaySinceSomebodyLockedItIsNoMisfit() {
        run("insert into audit_unsealed values (%d)", row(5));
        run("do $$ begin perform from audit_unsealed for update; end $$");

        assertThat(log.verify().misfits()).isEmpty();
    }

    @Test
    void whatWaitsThoughItIsNoEntryIsFound() {
        run("insert into audit_unsealed values (999999)");

        assertFirst(Kind.WAITING_WRONGLY, null, "Row 999999");
    }

    @Test
    void aDeviceThatWasAddedToAnEntryIsFound() {
        run("insert into audit_entry_device values (%d, gen_random_uuid(), null, 'LAPTOP-2')", row(5));

        assertFirst(Kind.CHANGED, 5, "its devices included");
    }

    @Test
    void aDeviceThatWasTakenFromAnEntryIsFound() {
        run("delete from audit_entry_device where entry_id = %d and name = ''", row(5));

        assertFirst(Kind.CHANGED, 5, "its devices included");
    }

    @Test
    void aDeviceOfNoEntryIsFound() {
        run("insert into audit_entry_device values (999999, gen_random_uuid(), null, 'LAPTOP-2')");

        assertFirst(Kind.INSERTED, null, "an entry that does not exist");
    }

    @Test
    void aCheckpointInTheDatabaseThatIsNotTheLogsIsFound() {
        run("update audit_checkpoint set note = (select note from audit_checkpoint where size = 21) where size = 11");

        assertFirst(Kind.CHECKPOINT_INSIDE, 11, "The checkpoint in the database for 11 entries can't be read");
    }

    @Test
    void checkpointsTakenOutOfTheDatabaseAreFoundAndTheEntriesAreProvedAllTheSame() {
        run("delete from audit_checkpoint where size < 21");

        LogFindings found = assertFirst(
                Kind.CHECKPOINTS_MISSING, null, "2 checkpoints that the file outside has are missing in the database");

        assertThat(found.misfitCount()).isEqualTo(1);
        assertThat(provedSize(found)).isEqualTo(21);
        assertThat(verified().isOfTablesAlone()).isTrue();
        assertThat(verified().proved()).startsWith("Entries 1 to 21 are still proved, by the checkpoint of ");
    }

    @Test
    void checkpointsPutBackAsTheDocumentSaysAreThereAgainAndNoOthers() throws IOException {
        run("delete from audit_checkpoint where size < 21");
        String document = Files.readString(Path.of("src/docs/audit.md"));
        int begin = document.indexOf("insert into audit_checkpoint (size, at, note)");
        String statement = document.substring(begin, document.indexOf("\"\"\"", begin));
        run("insert into audit_restoration (found_at, size_inside, size_outside, note) values (now(), 1, 11, 'x')");
        run(
                "insert into audit_restoration_confirmed select id, '2026-11-29T10:02:30Z', 'a', 'a', 'x' from audit_restoration");

        log.file()
                .read(signed -> log.jdbc()
                        .sql(statement.replace("%s", "?"))
                        .params(
                                signed.checkpoint().size(),
                                signed.checkpoint().at().toString(),
                                signed.text())
                        .update());

        assertThat(log.jdbc()
                        .sql("select distinct size from audit_checkpoint order by size")
                        .query(Long.class)
                        .list())
                .as("that of 11 entries is of the log before it was restored")
                .containsExactly(1L, 21L);
        run("delete from audit_restoration_confirmed");
        assertFirst(Kind.CHECKPOINTS_MISSING, null, "1 checkpoint that the file outside has is missing");
    }

    @Test
    void theNewestCheckpointTakenOutOfTheDatabaseIsFound() {
        run("delete from audit_checkpoint where size = 21");

        assertFirst(
                Kind.CHECKPOINTS_MISSING, null, "1 checkpoint that the file outside has is missing in the database");
    }

    @Test
    void aCheckpointThatIsInTheFileTwiceIsMissingOnce() throws IOException {
        Files.writeString(log.file().path(), Files.readString(log.file().path()), StandardOpenOption.APPEND);
        assertThat(log.verify().misfits()).isEmpty();

        run("delete from audit_checkpoint where size = 11");

        assertFirst(Kind.CHECKPOINTS_MISSING, null, "1 checkpoint that the file outside has is missing");
    }

    @Test
    void aFileThatLacksWhatTheDatabaseLacksTooTellsNothing() throws IOException {
        run("delete from audit_checkpoint where size = 11");
        log.writeFileAnew();

        LogFindings found = log.verify();

        assertThat(found.misfits()).isEmpty();
        assertThat(provedSize(found)).isEqualTo(21);
    }

    @Test
    void aFileThatHasFewerCheckpointsThanTheDatabaseIsNoMisfit() throws IOException {
        String all = Files.readString(log.file().path());
        Files.writeString(
                log.file().path(),
                all.substring(all.lastIndexOf("device-offboarding-portal/", all.lastIndexOf("\n\u2014 "))));

        assertThat(log.verify().misfits()).isEmpty();
    }

    @Test
    void checkpointsOfALogBeforeItWasRestoredAreNotMissing() {
        run("delete from audit_checkpoint where size = 21");
        var excuse = new Excuse(11, SealedLog.BEGINNING, SealedLog.BEGINNING.plus(Duration.ofDays(1)), "Olga");

        LogFindings found = log.verifier(List.of(excuse)).verify(0, Progress.UNSEEN);

        assertThat(found.misfits()).isEmpty();
        assertThat(found.remarks())
                .singleElement()
                .asString()
                .contains("Entries 12 to 21 of the log before are not in it.");
    }

    @Test
    void whatNoKeySignedIsNotMissingInside() {
        log.changeKey();
        run("create table kept as select * from audit_checkpoint");
        for (int seal = 0; seal < 70; seal++) { // signatures of the last are looked at anyhow
            log.entries(1).seal();
        }
        run("delete from audit_checkpoint where size not in (select size from kept)");

        assertThat(log.verify().misfits()).extracting(Misfit::kind).containsOnly(Kind.WRONGLY_SIGNED);
    }

    @Test
    void checkpointsAddedWhileTheFileIsReadAreLeftToTheNextVerification() throws IOException {
        List<Long> sizes = new ArrayList<>();
        try (OutsideCheckpoints.Reading reading = log.outside().open(0)) {
            log.seal();
            for (Claim claim = reading.next(); claim != null; claim = reading.next()) {
                sizes.add(claim.size());
            }
        }

        assertThat(sizes).containsExactly(1L, 11L, 21L);
        assertThat(log.size()).isEqualTo(24);
    }

    @Test
    void aTileThatWasChangedIsFoundAndTheEntriesAreProvedAllTheSame() {
        log.manyEntries(600).seal();
        run("update audit_tile set hash = sha256('x') where level = 1 and position = 1");

        LogFindings found = assertFirst(Kind.TILE, 257, "entries 257 to 512");

        assertThat(provedSize(found)).isEqualTo(log.size());
    }

    @Test
    void aTileThatWasDeletedIsFound() {
        log.manyEntries(600).seal();
        run("delete from audit_tile where level = 1 and position = 0");

        assertFirst(Kind.TILE, 1, "entries 1 to 256");
    }

    @Test
    void aLeafFarAheadIsFoundAndMakesNoVerificationLonger() {
        run("insert into audit_leaf values (9223372036854775807, -5, sha256('x'))");

        LogFindings found = assertFirst(Kind.NUMBER_MISSING, 22, "Numbers 22 to 65,536 are missing");

        assertThat(provedSize(found)).isEqualTo(21);
        assertThat(found.misfits())
                .extracting(Misfit::sentence)
                .anyMatch(sentence -> sentence.startsWith("Numbers 65,537 to 9,223,372,036,854,"))
                .anyMatch(sentence -> sentence.contains(" to 9,223,372,036,854,775,806 are missing"));
    }

    @Test
    void aSearchThatSomebodyChangedIsFound() {
        run("""
                create or replace function audit_words(text) returns tsvector language sql immutable parallel safe strict
                return case when $1 like '%%quotes%%' then ''::tsvector else to_tsvector('simple', $1) end
                """);

        assertFirst(Kind.SEARCH_CHANGED, null, "The search of the log is not as the portal made it");
    }

    @Test
    void wordsThatSomebodyStoredFalselyAreFoundThoughHowTheyAreMadeWasPutRight() {
        run("""
                create or replace function audit_words(text) returns tsvector language sql immutable parallel safe strict
                return array_to_tsvector(array['nothing'])
                """);
        run("update audit_entry set summary = summary where id in (%d, %d)", row(7), row(8));
        run(MADE);

        LogFindings found =
                assertFirst(Kind.SEARCH_CHANGED, 7, "Entry 7 is kept with other words than it says, so that searches");

        assertThat(found.misfits()).extracting(Misfit::number).containsExactly(7L, 8L);
        assertThat(provedSize(found)).isEqualTo(21);
        assertThat(LogVerification.of(SealedLog.BEGINNING, SealedLog.BEGINNING, Actor.PORTAL, 0, found)
                        .provedUntil())
                .isEqualTo(21);
    }

    @Test
    void oneWordMoreOrLessIsFound() {
        for (String words : List.of("words || 'more'::tsvector", "ts_delete(words, 'lamp')", "''::tsvector")) {
            run("create table kept as select words from audit_entry where id = %d", row(7));
            run("""
                    create or replace function audit_words(text) returns tsvector language sql immutable parallel safe strict
                    return (select %s from kept)
                    """, words);
            run("update audit_entry set summary = summary where id = %d", row(7));
            run(MADE);

            assertFirst(Kind.SEARCH_CHANGED, 7, "Entry 7 is kept with other words");

            run("update audit_entry set summary = summary where id = %d", row(7));
            assertThat(log.verify().misfits()).as("Put right after " + words).isEmpty();
            run("drop table kept");
        }
    }

    @Test
    void theWordsOfWhateverAnEntrySaysFit() {
        for (String summary : List.of(
                "ÄÖÜ ẞ straße İstanbul ıI ΣΑΣ Σ ǅ ŉ",
                "名前 ひらがな 한국어 ไทย हिन्दी עברית",
                "a" + "\u0308" + "b \uD83D\uDE00x\uD83D\uDE00 ٣ Ⅷ ² ½ _ª",
                "x".repeat(100) + " " + "ä".repeat(100) + " " + "\uD835\uDD38".repeat(70),
                "word ".repeat(6_000) + "behind",
                "ü ".repeat(9_999) + "cut-off",
                "…",
                "  UPPER lower MiXeD 0x1F a.b@c-d/e\\f\"g ")) {
            log.store(log.database(), summary);
        }
        log.seal();

        assertThat(log.verify().misfits()).isEmpty();
    }

    @Test
    void aColumnOfWordsThatSomebodyFillsIsFound() {
        run("alter table audit_entry alter column words drop expression");

        assertFirst(Kind.SEARCH_CHANGED, null, "The search of the log is not as the portal made it");
    }

    @Test
    void upToWhereTheLogIsStillProvedIsSaid() {
        assertThat(verified().proved())
                .isEqualTo(
                        "Entries 1 to 21 are still proved, by the checkpoint of 29 Nov 2026 10:03 UTC outside the database.");

        run("insert into audit_entry (%1$s) select %1$s from audit_entry limit 1".formatted(COLUMNS));
        assertThat(verified().provedUntil())
                .as("what has no number is no entry of those")
                .isEqualTo(21);
        run("update audit_entry set summary = 'Nothing' where id = %d", row(10));
        assertThat(verified().provedUntil()).isEqualTo(21);
        assertThat(verified().proved())
                .isEqualTo(
                        "Entries 1 to 21 are still proved, except those that do not fit, by the checkpoint of 29 Nov 2026 10:03 UTC"
                                + " outside the database.");
        run("delete from audit_leaf where number = 3");
        assertThat(verified().proved()).startsWith("Entry 1 is still proved, by the checkpoint of ");
        run("update audit_entry set summary = 'Nothing' where id = %d", row(1));
        assertThat(verified().proved()).isEqualTo("No entry is proved by a checkpoint outside the database.");
    }

    @Test
    void checkpointsThatNobodyOfThisLogSignedAreOneFinding() {
        log.changeKey();
        log.entries(1).seal().entries(2).seal();

        assertThat(log.verify().misfits())
                .filteredOn(misfit -> misfit.kind() == Kind.WRONGLY_SIGNED)
                .extracting(Misfit::sentence)
                .singleElement()
                .asString()
                .startsWith("2 checkpoints outside the database are not signed by a key of this log: the first is of ")
                .contains(", for 25 entries, the last of ")
                .endsWith(", for 27 entries.");
    }

    @Test
    void eachOfSeveralRowsIsNamed() {
        run("delete from audit_unsealed");

        List<String> sentences =
                log.verify().misfits().stream().map(Misfit::sentence).toList();

        assertThat(sentences).hasSize(3).doesNotHaveDuplicates().allMatch(each -> each.startsWith("The entry in row "));
    }

    @Test
    void howManyEntriesDoNotFitAndTheNewestAreSaidWhateverIsBehindThem() {
        run(
                "update audit_entry set summary = 'Nothing' where id in (select entry_id from audit_leaf where number between 2 and 20)");
        run("delete from audit_entry where id in (%d, %d)", row(1), row(21));

        LogVerification verified = verified();

        assertThat(verified.misfits()).hasSize(20);
        assertThat(verified.misfitCount())
                .as("with the devices that belong to nothing")
                .isEqualTo(22);
        assertThat(verified.provedSize()).isEqualTo(21);
        assertThat(verified.sentence())
                .startsWith("22 things do not fit. The first: Entry 1 is missing")
                .contains("The newest: Entry 21 is missing");
    }

    /** The log's page says of it for as long as it is there: see {@code RefusedRows}. */
    @Test
    void whatIsNeverSealedSpoilsNothing() {
        log.seal().entries(1);
        run("update audit_entry set summary = 'Nothing' where id = (select entry_id from audit_unsealed)");
        run(
                "with gone as (delete from audit_unsealed returning entry_id) insert into audit_refused select entry_id, now() from gone");

        LogFindings found = log.verify();

        assertThat(found.misfits()).isEmpty();
        assertThat(found.remarks()).isEmpty();
    }

    @Test
    void anEntryThatFitsAndIsKeptFromBeingSealedIsFound() {
        log.seal().entries(1);
        run(
                "with gone as (delete from audit_unsealed returning entry_id) insert into audit_refused select entry_id, now() from gone");

        assertFirst(Kind.REFUSED_WRONGLY, null, "fits its hash, and somebody other than the portal noted it");
    }

    private LogVerification verified() {
        return LogVerification.of(SealedLog.BEGINNING, SealedLog.BEGINNING, Actor.PORTAL, 0, log.verify());
    }

    private void rewrite(long number) {
        run("""
                update audit_entry set summary = 'Nothing', subject = '', details = '{}', leaf_hash = sha256('\\x00'::bytea
                    || convert_to('{"action":"lamp.renamed","actor":{"id":"a-1","name":"anna@contoso.example"},"at":"'
                    || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                    || '","details":{},"devices":[],"format":2,"result":"DONE","subject":"","summary":"Nothing"}', 'UTF8'))
                where id = %d
                """, row(number));
        run("delete from audit_entry_device where entry_id = %d", row(number));
    }

    private static long provedSize(LogFindings found) {
        return Objects.requireNonNull(found.proved(), "Nothing is proved").size();
    }

    private LogFindings assertFirst(Kind kind, @Nullable Integer number, String sentence) {
        LogFindings found = log.verify();
        assertThat(found.misfits()).isNotEmpty();
        Misfit first = found.misfits().getFirst();
        assertThat(first.sentence()).contains(sentence);
        assertThat(first.kind()).isEqualTo(kind);
        assertThat(first.number()).isEqualTo(number == null ? null : Long.valueOf(number));
        return found;
    }

    private long row(long number) {
        return log.jdbc()
                .sql("select entry_id from audit_leaf where number = ?")
                .params(number)
                .query(Long.class)
                .single();
    }

    private void run(String sql, Object... values) {
        log.jdbc().sql(sql.formatted(values)).update();
    }
}
