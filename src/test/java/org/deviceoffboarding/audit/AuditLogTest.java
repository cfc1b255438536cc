package org.deviceoffboarding.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
    void theLogCannotBeEmptied() {
        assertThatThrownBy(() -> TestDatabase.asAdministrator(jdbc, "truncate audit_entry"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void anUntouchedLogIsProvedUntouched() {
        auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the lamp"));
        auditLog.record(BEN, new Renamed("lamp:2", "Renamed another"));

        assertThat(service.firstChangedEntry()).isEmpty();
    }

    @Test
    void anEntryThatSomeoneChangedPastTheTriggerIsFound() {
        auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the lamp"));
        auditLog.record(BEN, new Renamed("lamp:2", "Renamed another"));
        TestDatabase.asAdministrator(jdbc, "alter table audit_entry disable trigger user");
        long last =
                jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
        TestDatabase.asAdministrator(
                jdbc, "update audit_entry set actor_name = 'someone@else' where id = " + (last - 1));

        assertThat(service.firstChangedEntry()).hasValue(last - 1);
    }

    @Test
    void anEntryThatSomeoneRemovedPastTheTriggerIsMissed() {
        auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the lamp"));
        auditLog.record(BEN, new Renamed("lamp:2", "Renamed another"));
        TestDatabase.asAdministrator(jdbc, "alter table audit_entry disable trigger user");
        long last =
                jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
        TestDatabase.asAdministrator(jdbc, "delete from audit_entry where id = " + (last - 1));

        assertThat(service.firstChangedEntry()).hasValue(last);
    }

    @Test
    void entriesAreFilteredByPersonActionTimeAndText() {
        auditLog.record(ANNA, new Renamed("lamp:1", "Renamed the 100 % lamp"));
        auditLog.record(BEN, new Renamed("lamp:2", "Renamed another"));

        assertThat(count(new AuditFilter("", BEN.id(), null, null, null))).isEqualTo(1);
        assertThat(count(new AuditFilter("100 %", null, null, null, null))).isEqualTo(1);
        assertThat(count(new AuditFilter("1_0", null, null, null, null))).isZero();
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
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> service.export(AuditFilter.NONE, Sort.unsorted()));

        Actor person = new Actor("p", "Pia");
        for (String role : List.of(Roles.AUDITOR, Roles.OWNER)) {
            As.person(person, List.of(Roles.READER, role), () -> service.export(AuditFilter.NONE, Sort.unsorted()));
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

    private record Renamed(String subject, String summary) implements AuditableAction {

        @Override
        public String action() {
            return "lamp.renamed";
        }
    }
}
