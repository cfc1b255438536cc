package org.deviceoffboarding.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@WithMockUser(roles = Roles.READER)
class AuditLogTest {

    private static final Actor ANNA = new Actor("a-1", "anna@contoso.example");
    private static final Actor BEN = new Actor("b-1", "ben@contoso.example");

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private AuditLogService service;

    @Autowired
    private JdbcClient jdbc;

    private TransactionTemplate savepoints;

    @BeforeEach
    void goOnAfterWhatIsRefused(@Autowired PlatformTransactionManager transactions) {
        savepoints = new TransactionTemplate(transactions);
        savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Test
    void anEntryKeepsWhoDidWhat() {
        auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the lamp"));

        AuditEntry entry = service.find(AuditFilter.NONE, PageRequest.of(0, 1)).getFirst();

        assertThat(entry.actor()).isEqualTo(ANNA);
        assertThat(entry.action()).isEqualTo("lamp.renamed");
        assertThat(entry.subject()).isEqualTo("lamp:1");
        assertThat(entry.summary()).isEqualTo("Renamed the lamp");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void anEntryWithoutTheCallersTransactionIsRefused() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the lamp")));
    }

    @Test
    void anEntryCannotBeChanged() {
        auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the lamp"));

        assertThatThrownBy(() -> TestDatabase.asAdministrator(jdbc, "update audit_entry set summary = 'x'"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void anEntryCannotBeDeleted() {
        auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the lamp"));

        assertThatThrownBy(() -> TestDatabase.asAdministrator(jdbc, "delete from audit_entry"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void anEntryThatTheDatabaseKeepsFromBeingStoredFailsWhoeverRecordsIt() {
        TestDatabase.asAdministrator(
                jdbc, "create function forget() returns trigger language plpgsql as 'begin return null; end'");
        TestDatabase.asAdministrator(
                jdbc, "create trigger forget before insert on audit_entry for each row execute function forget()");

        assertThatThrownBy(() -> auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the lamp")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("did not store an entry");
    }

    @Test
    void theLogCannotBeEmptied() {
        assertThatThrownBy(() -> TestDatabase.asAdministrator(jdbc, "truncate audit_entry"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void anEntryIsStoredWithTheHashOfWhatItSays() {
        auditLog.record(ANNA, new Detailed());

        var row = jdbc.sql("select * from audit_entry order by id desc limit 1")
                .query()
                .singleRow();
        Instant at = ((Timestamp) Objects.requireNonNull(row.get("at"))).toInstant();
        String content =
                "{\"action\":\"lamp.replaced\",\"actor\":{\"id\":\"a-1\",\"name\":\"anna@contoso.example\"},\"at\":\""
                        + DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
                                .format(at.atOffset(ZoneOffset.UTC))
                        + "\",\"details\":{\"after\":{\"watts\":8},\"before\":{\"watts\":60},\"why\":\"a \\\"bulb\\\" \u20ac\"},"
                        + "\"devices\":[{\"deviceId\":\"00000000-0000-0000-0000-00000000000d\",\"name\":\"LAMP-1\","
                        + "\"objectId\":\"00000000-0000-0000-0000-000000000001\"},"
                        + "{\"name\":\"\",\"objectId\":\"f0000000-0000-0000-0000-000000000002\"}],"
                        + "\"format\":2,\"result\":\"FAILED\",\"subject\":\"lamp:1\",\"summary\":\"Replaced the lamp\"}";
        assertThat((byte[]) row.get("leaf_hash"))
                .isEqualTo(new TreeHash().leaf(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(jdbc.sql("select details::text from audit_entry where id = :id")
                        .param("id", row.get("id"))
                        .query(String.class)
                        .single())
                .isEqualTo(
                        "{\"why\": \"a \\\"bulb\\\" \u20ac\", \"after\": {\"watts\": 8}, \"before\": {\"watts\": 60}}");
        assertThat(jdbc.sql("select name from audit_entry_device where entry_id = :id order by object_id")
                        .param("id", row.get("id"))
                        .query(String.class)
                        .list())
                .containsExactly("LAMP-1", "");
        assertThat(jdbc.sql("select entry_id from audit_unsealed order by entry_id desc limit 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(row.get("id"));
    }

    @Test
    void whatAnEntryConcernsAndWhatProvesItCannotBeChanged() {
        auditLog.record(ANNA, new Detailed());

        for (String table : List.of(
                "audit_entry_device",
                "audit_leaf",
                "audit_tile",
                "audit_checkpoint",
                "audit_log_identity",
                "audit_restoration",
                "audit_restoration_confirmed")) {
            refused("delete from " + table);
            refused("truncate " + table + " cascade");
        }
        refused("update audit_entry_device set name = 'x'");
        refused("update audit_unsealed set entry_id = 0");
        refused("truncate audit_unsealed");
        refused("delete from audit_unsealed", "lets an entry wait until it is sealed");
    }

    private void refused(String change) {
        refused(change, "append-only");
    }

    private void refused(String change, String why) {
        assertThatThrownBy(() -> savepoints.executeWithoutResult(status -> TestDatabase.asAdministrator(jdbc, change)))
                .as(change)
                .rootCause()
                .hasMessageContaining(why);
    }

    @Test
    void entriesAreFilteredByPersonActionTimeAndText() {
        auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the 100 % lamp"));
        auditLog.record(BEN, new Renamed("lamp:2", "Renamed another"));

        assertThat(count(new AuditFilter("", BEN.id(), null, null, null))).isEqualTo(1);
        assertThat(count(new AuditFilter("100 %", null, null, null, null))).isEqualTo(1);
        assertThat(count(new AuditFilter("lamp_1_00", null, null, null, null))).isZero();
        assertThat(count(new AuditFilter("", null, "lamp.renamed", null, null))).isEqualTo(2);
        assertThat(count(new AuditFilter("", null, "lamp.bought", null, null))).isZero();
        assertThat(count(new AuditFilter("", null, "lamp.renamed", Instant.parse("2000-01-01T00:00:00Z"), null)))
                .isEqualTo(2);
        assertThat(count(new AuditFilter("", null, "lamp.renamed", null, Instant.parse("2000-01-01T00:00:00Z"))))
                .isZero();
    }

    @Test
    void controlCharactersNeverReachTheLog() {
        auditLog.record(new Actor("x", "na\u0000me\n"), new Renamed("lamp:1", "a\u0007b"));

        AuditEntry entry = service.find(AuditFilter.NONE, PageRequest.of(0, 1)).getFirst();

        assertThat(entry.actor().name()).isEqualTo("na\uFFFDme\uFFFD");
        assertThat(entry.summary()).isEqualTo("a\uFFFDb");
    }

    @Test
    void sortingByAnUnknownColumnIsRefused() {
        var bySecret = PageRequest.of(0, 1, Sort.by("hash; drop table audit_entry"));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> service.find(AuditFilter.NONE, bySecret));
    }

    @Test
    void onlyAuditorsAndOwnersTakeTheLogAway() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.export(AuditFilter.NONE));

        Actor person = new Actor("p", "Pia");
        for (String role : List.of(Roles.AUDITOR, Roles.OWNER)) {
            As.person(person, List.of(Roles.READER, role), () -> service.export(AuditFilter.NONE));
        }
    }

    @Test
    @WithMockUser(roles = {})
    void nobodyReadsTheLogWithoutARole() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.count(AuditFilter.NONE));
    }

    @Test
    @WithMockUser(
            username = "eve",
            roles = {})
    void aRefusalIsRemembered() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.count(AuditFilter.NONE));
        TestTransaction.end();

        assertThat(jdbc.sql("select summary from audit_entry where actor_name = 'eve' and action = 'access.refused'")
                        .query(String.class)
                        .list())
                .contains("Was refused what it takes to see everything except settings");
    }

    private long count(AuditFilter filter) {
        return service.count(filter);
    }

    private record Detailed() implements AuditableAction {

        @Override
        public String action() {
            return "lamp.replaced";
        }

        @Override
        public String subject() {
            return "lamp:1";
        }

        @Override
        public String summary() {
            return "Replaced the lamp";
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE
                    .with("why", "a \"bulb\" \u20ac")
                    .changed("watts", 60, 8)
                    .changed("socket", "E27", "E27");
        }

        @Override
        public List<AuditedDevice> devices() {
            return List.of(
                    new AuditedDevice(new UUID(0xf000000000000000L, 2), null, ""),
                    new AuditedDevice(new UUID(0, 1), new UUID(0, 13), "LAMP-1"));
        }
    }

    private record Renamed(String subject, String summary) implements AuditableAction {

        @Override
        public String action() {
            return "lamp.renamed";
        }
    }
}
