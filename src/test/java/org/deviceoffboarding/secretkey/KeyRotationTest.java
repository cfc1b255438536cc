package org.deviceoffboarding.secretkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.KeptTokens;
import org.deviceoffboarding.access.token.Reencrypting;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.delegation.StoredActionIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Several portals on one database, whose key is replaced while they work; some of them are killed. */
@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class KeyRotationTest {

    private static final PortalKey OLD = PortalKey.of(PortalTest.SECRET_KEY);
    private static final PortalKey NEW = PortalKey.of("the-key-that-the-portal-has-from-now");
    private static final PortalKey THIRD = PortalKey.of("a-third-key-that-has-no-part-in-this");

    private static final TokenOwner AGENT = new TokenOwner("agent", "ada");
    private static final TokenOwner BEN = new TokenOwner("actions", "ben");

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<KeptTokens> kept;

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private TransactionTemplate transaction;

    /** As exact as the database keeps times, and no more. */
    private final SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void storeTokensOfEveryKind() {
        forget();
        StoredAgent.as("ada", "ada@contoso.example", Instant.now(), jdbc);
        StoredActionIdentity.by("ben", jdbc);
        StoredActionIdentity.by("cleo", "cleo", Instant.now(), true, jdbc); // refused by the tenant, and still kept
        storeUnbound("dina");
        storeSession("ella");
    }

    @AfterEach
    void forget() {
        for (String table : List.of("key_rotation", "key_holder", "agent", "action_identity", "portal_session")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void everythingIsEncryptedWithTheNewKeyAndReadByEveryPortalMeanwhile() throws Exception {
        Node first = inFile("first");
        Node second = bySetting(OLD);
        second.work.proceed();
        first.work.proceed();
        EncryptedToken before = first.token(BEN);

        desk().request(OLD, NEW, "ada on a machine");
        first.work.proceed();

        assertThat(keyIds()).containsOnly(NEW.id()).hasSize(5);
        assertThat(second.cipher.decrypt(first.token(BEN)))
                .as("by a portal that did not look since")
                .isEqualTo("not a token");
        assertThat(first.cipher.decrypt(before)).as("as it was before").isEqualTo("not a token");
        assertThat(first.token(BEN).isSameAs(before)).isTrue();
        assertThat(second.cipher.encrypt("another", BEN).keyId()).isEqualTo(NEW.id());
        assertThat(new Node(GivenKey.bySetting(NEW)).cipher.decrypt(first.token(AGENT)))
                .isEqualTo("not a token");
    }

    @Test
    void itEndsOnceEveryPortalIsGivenTheNewKeyAndThenNeitherKeyIsLeftInTheDatabase() throws Exception {
        Node first = inFile("first");
        Node second = bySetting(OLD);
        all(first, second);
        desk().request(OLD, NEW, "ada on a machine");

        all(first, second);
        all(first, second);
        clock.forward(KeyRotationWork.LATE_WRITERS);
        all(first, second);

        RotationState waiting = state();
        assertThat(waiting.encrypted()).isTrue();
        assertThat(waiting.ended()).isFalse();
        assertThat(waiting.toBeGiven()).extracting(KeyHolder::givenBy).containsExactly("PORTAL_SECRET_KEY");
        assertThat(folder.resolve("first")).hasContent(NEW.secret());

        second.work.leave();
        Node restarted = bySetting(NEW);
        all(restarted, first, restarted);

        assertThat(state().ended()).isTrue();
        assertThat(jdbc.sql("select num_nulls(old_key, new_key) from key_rotation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        var entries = new RecordedEntries(jdbc);
        for (String action :
                List.of("secret-key.replacement-begun", "secret-key.encrypted-anew", "secret-key.replaced")) {
            assertThat(entries.all(action)).filteredOn("to", NEW.id()).isNotEmpty();
            assertThat(entries.details(action)).containsEntry("from", OLD.id()).containsEntry("to", NEW.id());
        }
        assertThat(entries.details("secret-key.replacement-begun")).containsEntry("by", "ada on a machine");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void killedBetweenAnyTwoTokensItIsFinishedByTheNextStart(int tokens) throws Exception {
        Node killed = new Node(fileOf("only"), List.of(new Killed(kept, tokens)));
        killed.work.proceed();
        desk().request(OLD, NEW, "ada");

        if (tokens < 5) {
            assertThatExceptionOfType(KilledException.class).isThrownBy(killed.work::proceed);
            assertThat(keyIds()).as("not all of it").anyMatch(key -> !key.equals(NEW.id()));
        } else {
            killed.work.proceed();
        }

        assertFinishedByStartsFrom("only");
    }

    @Test
    void theCopyOfAKeyThatAKilledCommandLeftIsDeletedOnceTheReplacementIsOver() throws Exception {
        Node only = inFile("only");
        only.work.proceed();
        Path copy = Files.writeString(GivenKey.ahead(folder.resolve("only"), NEW.id()), NEW.secret());
        desk().request(OLD, NEW, "ada");
        all(only, only);
        assertThat(copy).as("until each portal has it").exists();

        clock.forward(KeyRotationWork.LATE_WRITERS);
        all(only, only);
        assertThat(state().ended()).isTrue();
        assertThat(copy).doesNotExist();

        Files.writeString(copy, NEW.secret());
        Path ofAnother = Files.writeString(GivenKey.ahead(folder.resolve("only"), THIRD.id()), THIRD.secret());
        inFile("only").work.proceed();
        assertThat(copy).as("left there before this start").doesNotExist();
        assertThat(ofAnother).as("which may just be asked for").exists();
    }

    /** After each step the process ends, and another one begins with what the file has then. */
    @Test
    void killedBetweenAnyTwoStepsItIsFinishedByTheNextStart() throws Exception {
        Node first = inFile("only");
        first.work.proceed();
        desk().request(OLD, NEW, "ada");

        assertFinishedByStartsFrom("only");
    }

    private void assertFinishedByStartsFrom(String file) throws Exception {
        jdbc.sql("update key_holder set seen_at = now() - interval '3 minutes'").update(); // killed, and gone for long
        for (int start = 0; start < 4; start++) {
            Node portal = inFile(file);
            portal.check.afterSingletonsInstantiated();
            portal.work.proceed();
            assertThat(portal.cipher.decrypt(portal.token(BEN))).isEqualTo("not a token");
            portal.work.leave();
            clock.forward(KeyRotationWork.LATE_WRITERS);
        }
        assertThat(state().ended()).isTrue();
        assertThat(keyIds()).containsOnly(NEW.id()).hasSize(5);
        assertThat(folder.resolve(file)).hasContent(NEW.secret());
        assertThat(folder.resolve(file + "." + OLD.id())).hasContent(OLD.secret());
    }

    @Test
    void whatSomebodyStoresMeanwhileWithTheKeyBeforeIsEncryptedAnewHoweverLate() throws Exception {
        Node first = inFile("first");
        first.work.proceed();
        EncryptedToken late = first.cipher.encrypt("given by the tenant just now", BEN);
        EncryptedToken veryLate = first.cipher.encrypt("given by the tenant long ago", AGENT);
        desk().request(OLD, NEW, "ada");
        first.work.proceed();

        keep(late);
        clock.forward(KeyRotationWork.LATE_WRITERS);
        first.work.proceed();
        assertThat(state().ended()).as("who else is late has time again").isFalse();
        first.work.proceed();
        assertThat(state().ended()).isFalse();
        clock.forward(KeyRotationWork.LATE_WRITERS);
        first.work.proceed();
        assertThat(state().ended()).isTrue();

        jdbc.sql("update agent set refresh_token = :text, token_salt = :salt, key_id = :key")
                .param("text", veryLate.text())
                .param("salt", veryLate.salt())
                .param("key", veryLate.keyId())
                .update();
        first.work.proceed();

        TokenCipher withTheNewKeyAlone = new TokenCipher(NEW.secret());
        assertThat(withTheNewKeyAlone.decrypt(first.token(BEN))).isEqualTo("given by the tenant just now");
        assertThat(withTheNewKeyAlone.decrypt(first.token(AGENT))).isEqualTo("given by the tenant long ago");
    }

    @Test
    void portalsThatEncryptAtATimeDoNotUndoEachOthersWork() throws Exception {
        List<Node> portals = List.of(inFile("first"), bySetting(OLD), bySetting(OLD));
        portals.forEach(portal -> portal.work.proceed());
        desk().request(OLD, NEW, "ada");

        List<Thread> threads = portals.stream()
                .map(portal -> Thread.ofPlatform().start(portal.work::proceed))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(keyIds()).containsOnly(NEW.id()).hasSize(5);
        assertThat(new TokenCipher(NEW.secret()).decrypt(portals.getFirst().token(BEN)))
                .isEqualTo("not a token");
        assertThat(new RecordedEntries(jdbc)
                        .all("secret-key.replacement-begun").stream()
                                .filter(entry -> "ada".equals(entry.get("by")))
                                .count())
                .isEqualTo(begunBefore + 1);
    }

    @Test
    void whatNoKeyReadsStaysAsItIsAndHoldsNothingUp() throws Exception {
        EncryptedToken lost = new TokenCipher(THIRD.secret()).encrypt("of a key that was lost", BEN);
        keep(lost);
        Node first = inFile("first");
        first.work.proceed();
        desk().request(OLD, NEW, "ada");

        first.work.proceed();

        assertThat(state().encrypted()).isTrue();
        assertThat(first.token(BEN).text()).isEqualTo(lost.text());
        assertThat(new RecordedEntries(jdbc).details("secret-key.encrypted-anew"))
                .containsEntry("unreadable", 1);
    }

    @Test
    void aKeyThatDoesNotFitIsRefusedAndNothingIsChanged() throws Exception {
        assertRefused(OLD, NEW, "No portal runs on this database");
        Node first = inFile("first");
        first.work.proceed();
        assertRefused(OLD, OLD, "The new key is the one that the portal has");
        assertRefused(THIRD, NEW, "has the key " + OLD.id());
        assertThat(desk().newest()).isEmpty();

        desk().request(OLD, NEW, "ada");
        desk().request(OLD, NEW, "ada again");
        assertRefused(OLD, THIRD, "is being replaced already");
        for (int look = 0; look < 3; look++) {
            first.work.proceed();
            clock.forward(KeyRotationWork.LATE_WRITERS);
        }
        assertThat(state().ended()).isTrue();
        assertRefused(NEW, OLD, "was replaced before, and is not taken again");
    }

    @Test
    void noPortalStartsWithAKeyThatOthersCouldNotRead() throws Exception {
        Node first = inFile("first");
        first.work.proceed();
        desk().request(OLD, NEW, "ada");

        assertNotStarted(THIRD, "is being replaced, " + OLD.id() + " by " + NEW.id());
        bySetting(OLD).check.afterSingletonsInstantiated();
        bySetting(NEW).check.afterSingletonsInstantiated();

        for (int look = 0; look < 3; look++) {
            first.work.proceed();
            clock.forward(KeyRotationWork.LATE_WRITERS);
        }
        assertNotStarted(OLD, "was replaced by another (" + NEW.id() + ")");
        bySetting(NEW).check.afterSingletonsInstantiated();
    }

    @Test
    void whoWasAwayWhileTheKeyWasReplacedStoresNothingWithTheOneBefore() throws Exception {
        Node away = bySetting(OLD);
        replace(inFile("first"));

        assertStoresNothing(away);
        away.work.proceed();

        assertThat(state().portals())
                .extracting(KeyHolder::usedKey)
                .as("shown all the same")
                .containsExactlyInAnyOrder(OLD.id(), NEW.id());
        assertThat(keyIds()).containsOnly(NEW.id());
    }

    @Test
    void whoWasAwayGoesOnWithWhatAnotherPortalPutIntoTheirFile() throws Exception {
        Node awayAndReads = inFile("shared");
        Node awayAndWrites = inFile("shared");
        Node first = inFile("shared");
        replace(first);

        assertThat(awayAndReads.cipher.decrypt(first.token(BEN))).isEqualTo("not a token");
        assertThat(awayAndWrites.cipher.encrypt("another", BEN).keyId()).isEqualTo(NEW.id());
    }

    @Test
    void whoWasAwayTakesPartInTheNextReplacementWithThatFile() throws Exception {
        Node away = inFile("shared");
        replace(inFile("shared"));
        desk().request(NEW, THIRD, "ada");

        assertThat(away.cipher.encrypt("another", BEN).keyId()).isEqualTo(THIRD.id());
    }

    @Test
    void whoHasAThirdKeyStoresNothingWhileOneIsReplaced() throws Exception {
        Node third = bySetting(THIRD);
        inFile("first").work.proceed();
        desk().request(OLD, NEW, "ada");

        assertStoresNothing(third);
    }

    @Test
    void whatFailsDoesNotLetAPortalBeTakenForGone() throws Exception {
        Node first = inFile("first");
        replace(first);
        first.work.leave();
        Node failing = new Node(GivenKey.bySetting(NEW), List.of(new Unreachable()));

        assertThatExceptionOfType(KilledException.class).isThrownBy(failing.work::proceed);

        assertThat(state().portals()).hasSize(1);
    }

    @Test
    void whatAPortalIsAtWhenItLeavesDoesNotBringItBack() throws Exception {
        Node first = inFile("first");
        replace(first);

        first.work.leave();
        first.work.proceed();

        assertThat(state().portals()).isEmpty();
    }

    private void replace(Node portal) throws Exception {
        portal.work.proceed();
        desk().request(OLD, NEW, "ada");
        for (int look = 0; look < 3; look++) {
            portal.work.proceed();
            clock.forward(KeyRotationWork.LATE_WRITERS);
        }
        assertThat(state().ended()).isTrue();
    }

    private static void assertStoresNothing(Node portal) {
        assertThatExceptionOfType(ReplacedKeyException.class)
                .isThrownBy(() -> portal.cipher.encrypt("another", BEN))
                .withMessageContaining("so that it can store none.");
    }

    @Test
    void noKeyIsInTheLogNorInTheDatabase() throws Exception {
        var said = new ListAppender<ILoggingEvent>();
        Logger log = (Logger) LoggerFactory.getLogger("org.deviceoffboarding");
        said.start();
        log.addAppender(said);
        Node first = inFile("first");
        first.work.proceed();
        desk().request(OLD, NEW, "ada");
        for (int look = 0; look < 3; look++) {
            assertThat(jdbc.sql("select string_agg(r::text, ' ') from key_rotation r")
                            .query(String.class)
                            .single())
                    .doesNotContain(OLD.secret(), NEW.secret());
            first.work.proceed();
            clock.forward(KeyRotationWork.LATE_WRITERS);
        }

        assertThat(state().ended()).isTrue();
        log.detachAppender(said);
        assertThat(said.list.toString()).contains(NEW.id()).doesNotContain(OLD.secret(), NEW.secret());
        assertThat(jdbc.sql("""
                select coalesce(string_agg(e.summary || e.details::text, ' '), '') from audit_entry e
                where e.action like 'secret-key.%'
                """).query(String.class).single())
                .contains(NEW.id())
                .doesNotContain(OLD.secret(), NEW.secret());
    }

    private void assertRefused(PortalKey from, PortalKey to, String why) {
        assertThatExceptionOfType(RotationRefusedException.class)
                .isThrownBy(() -> desk().request(from, to, "ada"))
                .withMessageContaining(why)
                .satisfies(refused ->
                        assertThat(refused.getMessage()).doesNotContain(OLD.secret(), NEW.secret(), THIRD.secret()));
    }

    private void assertNotStarted(PortalKey key, String why) {
        assertThatExceptionOfType(ReplacedKeyException.class)
                .isThrownBy(() -> bySetting(key).check.afterSingletonsInstantiated())
                .withMessageContaining(why);
    }

    private long begunBefore;

    @BeforeEach
    void countEntries() {
        begunBefore = new RecordedEntries(jdbc)
                .all("secret-key.replacement-begun").stream()
                        .filter(entry -> "ada".equals(entry.get("by")))
                        .count();
    }

    private static void all(Node... portals) {
        for (Node portal : portals) {
            portal.work.proceed();
        }
    }

    private RotationState state() throws SQLException, RotationRefusedException {
        return desk().newest().orElseThrow();
    }

    private AskedFor desk() {
        return new AskedFor();
    }

    /** The desk, on a connection for each question. */
    private final class AskedFor {

        void request(PortalKey from, PortalKey to, String by) throws SQLException, RotationRefusedException {
            try (Connection connection = database.getConnection()) {
                new RotationDesk(connection).request(from, to, by);
            }
        }

        Optional<RotationState> newest() throws SQLException, RotationRefusedException {
            try (Connection connection = database.getConnection()) {
                return new RotationDesk(connection).newest();
            }
        }
    }

    private Node inFile(String name) throws IOException {
        return new Node(fileOf(name));
    }

    private GivenKey fileOf(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            Files.writeString(file, OLD.secret());
        }
        return GivenKey.inFile(PortalKey.of(Files.readString(file).strip()), file);
    }

    private Node bySetting(PortalKey key) {
        return new Node(GivenKey.bySetting(key));
    }

    /** One portal: what it has in memory ends with it. */
    private final class Node {

        final TokenCipher cipher;
        final KeyRotationWork work;
        final GivenKeyCheck check;

        Node(GivenKey given) {
            this(given, kept);
        }

        Node(GivenKey given, List<KeptTokens> tokens) {
            KeyRotationRepository rotations = new KeyRotationRepository(jdbc);
            LearntKeys keys = new LearntKeys(given, rotations);
            cipher = new TokenCipher(keys);
            check = new GivenKeyCheck(given, keys, rotations);
            work = new KeyRotationWork(
                    given,
                    keys,
                    rotations,
                    new KeyHolderRepository(jdbc),
                    List.of(Reencrypting.of(tokens, keys)),
                    auditLog,
                    transaction,
                    clock);
        }

        EncryptedToken token(TokenOwner owner) {
            return kept.stream()
                    .flatMap(each -> each.keptWithout("none").stream())
                    .filter(each -> each.owner().equals(owner))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Tokens of everybody, of which some are stored before the process ends. */
    private record Killed(List<KeptTokens> all, int after, List<EncryptedToken> done) implements KeptTokens {

        Killed(List<KeptTokens> all, int after) {
            this(all, after, new ArrayList<>());
        }

        @Override
        public List<String> unreadable() {
            return List.of();
        }

        @Override
        public List<EncryptedToken> keptWithout(String keyId) {
            return all.stream()
                    .flatMap(each -> each.keptWithout(keyId).stream())
                    .toList();
        }

        @Override
        public boolean keepAnew(EncryptedToken token, EncryptedToken anew) {
            if (done.size() == after) {
                throw new KilledException();
            }
            done.add(token);
            return all.stream().anyMatch(each -> each.keepAnew(token, anew));
        }
    }

    /** Tokens that can't be looked up. */
    private record Unreachable() implements KeptTokens {

        @Override
        public List<String> unreadable() {
            return List.of();
        }

        @Override
        public List<EncryptedToken> keptWithout(String keyId) {
            throw new KilledException();
        }

        @Override
        public boolean keepAnew(EncryptedToken token, EncryptedToken anew) {
            return false;
        }
    }

    private static final class KilledException extends RuntimeException {}

    private List<String> keyIds() {
        return jdbc.sql("""
                select coalesce(key_id, 'none') from agent union all select coalesce(key_id, 'none') from action_identity
                union all select token_key_id from portal_session where refresh_token is not null
                """).query(String.class).list();
    }

    private void keep(EncryptedToken token) {
        jdbc.sql("""
                update action_identity set refresh_token = :text, token_salt = :salt, key_id = :key
                where person_id = :person
                """)
                .param("text", token.text())
                .param("salt", token.salt())
                .param("key", token.keyId())
                .param("person", token.owner().personId())
                .update();
    }

    /** As a version before kept it. */
    private void storeUnbound(String person) {
        StoredActionIdentity.by(person, jdbc);
        jdbc.sql("""
                update action_identity set refresh_token = :text, token_salt = '0123456789abcdef', key_id = null
                where person_id = :person
                """)
                .param(
                        "text",
                        Encryptors.delux(OLD.secret(), "0123456789abcdef").encrypt("not a token"))
                .param("person", person)
                .update();
    }

    private void storeSession(String person) {
        EncryptedToken token = new TokenCipher(OLD.secret()).encrypt("not a token", new TokenOwner("session", person));
        jdbc.sql("""
                insert into portal_session (id, person_id, person_name, issuer, subject, roles, roles_read_at, refresh_token, token_salt,
                    token_key_id, started_at, used_at)
                values (:id, :person, :person, 'https://issuer', :person, '{}', :now, :text, :salt, :key, :now, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("text", token.text())
                .param("salt", token.salt())
                .param("key", token.keyId())
                .param("now", Sql.timestamp(Instant.now()))
                .update();
    }
}
