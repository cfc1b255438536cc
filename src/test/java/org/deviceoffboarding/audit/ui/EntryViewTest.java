package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = EntryView.class)
@WithMockUser(roles = Roles.READER)
class EntryViewTest extends SpringBrowserlessTest {

    private static final Actor ANNA = new Actor("a-1", "anna@contoso.example");
    private static final AuditedDevice HARP = new AuditedDevice(new UUID(7, 1), new UUID(7, 2), "HARP-1");

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatWasChangedStandsSideBySideAndWhatDiffersIsSaid() {
        open(record(List.of(HARP)));

        List<String> rows = find(NativeTableRow.class).all().stream()
                .map(row -> row.getChildren()
                        .map(cell -> cell.getElement().getTextRecursively())
                        .toList()
                        .toString())
                .toList();

        assertThat(rows)
                .containsExactly(
                        "[Value, Before, After, ]", "[Grace days, 30, 45, Changed]", "[Strings, –, Gut, Added]");
        assertThat(text()).contains("Why", "It was too quiet");
    }

    @Test
    void itLeadsToAllEntriesThatHaveTheSameAndToItsSubject() {
        open(record(List.of(HARP)));

        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("audit?person=a-1", "audit?action=harp.tuned", "audit?about=run%3A42", "runs/42");
    }

    @Test
    void devicesAreListedHoweverManyTheyAre() {
        open(record(IntStream.rangeClosed(1, 250)
                .mapToObj(i -> new AuditedDevice(new UUID(9, i), null, "HARP-" + i))
                .toList()));

        assertThat(test((Grid<?>) find(Grid.class).single()).size()).isEqualTo(250);
        assertThat(text()).contains("250 devices", "so many devices that it is not shown here");
        assertThat(find(Pre.class).exists()).isFalse();
    }

    @Test
    void anEntryThatIsNotSealedIsFoundByItsIdAndSaysWhatThatMeans() {
        long id = record(List.of(HARP));

        open(id);

        assertThat(text()).contains("Entry that is not sealed yet", "could still be altered");
        assertThat(find(Pre.class).single().getText())
                .startsWith("{\"action\":\"harp.tuned\",\"actor\":{\"id\":\"a-1\"")
                .contains("\"devices\":[{\"deviceId\":");
    }

    @Test
    void aSealedEntryNamesTheCheckpointThatProvesItAndItsNeighbours() {
        long first = record(List.of());
        long second = record(List.of());
        long number = seal(first);
        seal(second);
        jdbc.sql("insert into audit_checkpoint values (:size, timestamptz '2026-01-02 03:04:05Z', 'the note')")
                .param("size", number + 1)
                .update();

        UI.getCurrent().navigate("audit/entry/" + number);

        assertThat(text()).contains("Entry " + number, "proves this entry", "the note");
        assertThat(find(Anchor.class).withText("Next ›").single().getHref()).isEqualTo("audit/entry/" + (number + 1));

        open(first);
        assertThat(text()).contains("Entry " + number);
    }

    @Test
    void constantsTimesAndTruthAreSaidInWordsAndWhatSomebodyWroteStaysAsItIs() {
        long id = jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                values (now(), 'b', 'b', 'request.asked', 'DONE', 'request:7', 'Asked', '{"does": "DISABLE", "needsApproval": true,
                    "reason": "DELETE", "expiresAt": "2026-11-29T15:04:05.123456Z", "before": {"status": null}, "after": {"status": "WAITING"}}',
                    2, sha256('')) returning id
                """).query(Long.class).single();

        open(id);

        List<String> cells = find(NativeTableRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
        assertThat(cells).last().asString().contains("Status", "Waiting for approval");
        assertThat(find(LongText.class).all().stream()
                        .map(text -> text.getElement().getTextRecursively()))
                .contains("Disable", "Yes", "DELETE", "2026-11-29 15:04:05 UTC")
                .doesNotContain("DISABLE", "true");
    }

    @Test
    void whatWouldMakeALineReadAsAnotherIsShownByItsNumberAndCopiedAsItIs() {
        long id = jdbc.sql("""
                with entry as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                    values (now(), 'a-2', :name, 'harp.tuned', 'DONE', 'run:42', :said, 2, sha256('')) returning id)
                insert into audit_entry_device select id, gen_random_uuid(), null, :device from entry returning entry_id
                """)
                .param("name", "an\u202ena")
                .param("said", "Tuned \u202edeb")
                .param("device", "HARP\u2066-1")
                .query(Long.class)
                .single();
        open(id);

        assertThat(text())
                .contains(
                        "an⟨U+202E⟩na",
                        "Tuned ⟨U+202E⟩deb",
                        "\"name\":\"HARP⟨U+2066⟩-1\"",
                        "Copy takes the text as it is.")
                .doesNotContain("\u202e")
                .doesNotContain("\u2066");
        assertThat(((Component) test((Grid<?>) find(Grid.class).single()).getCellComponent(0, 0))
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("HARP⟨U+2066⟩-1");
    }

    @Test
    void howItCameOutIsSaid() {
        open(record(List.of()));

        assertThat(text()).contains("Failed");
    }

    @Test
    void aNumberThatThereIsNotIsSaidSo() {
        for (String key : List.of("999999999", "id-999999999", "0", "x", "999999999999999999999")) {
            UI.getCurrent().navigate("audit/entry/" + key);
            assertThat(text()).as(key).contains("The audit log has no entry of this number");
        }
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    @Test
    void anEntryThatNoPortalWroteKeepsItsPageFromNothing() {
        long id = jdbc.sql("""
                with entry as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                    values (now(), 'x', 'X', 'no.such', 'DONE', 'request:x:y', 'Odd', cast(:details as jsonb), 77, sha256('')) returning id)
                insert into audit_unsealed select id from entry returning entry_id
                """)
                .param("details", "{\"deep\": " + "[".repeat(3_000) + "]".repeat(3_000) + "}")
                .query(Long.class)
                .single();

        open(id);

        assertThat(find(Card.class).all())
                .extracting(card -> card.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("What is kept here can't be read: this portal did not write it."));
    }

    @Test
    void anEntryOfManyMegabytesIsCutShort() {
        long id = jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                values (now(), 'x', 'X', 'no.such', 'DONE', '', 'Long ' || repeat('x', 5000000),
                    jsonb_build_object('much', repeat('y', 20000000)), 2, sha256('')) returning id
                """).query(Long.class).single();

        open(id);

        assertThat(text())
                .contains("Long xxx", "xxx…", "What is kept here is too large to be shown.")
                .hasSizeLessThan(20_000);
    }

    private void open(long id) {
        UI.getCurrent().navigate("audit/entry/id-" + id);
        assertThat(find(Card.class).exists()).isTrue();
    }

    private long record(List<AuditedDevice> devices) {
        auditLog.record(ANNA, new Tuned(devices));
        return jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
    }

    @Test
    void anEntryThatIsNotWhatWasSealedIsNotSaidToBeProved() {
        long id = jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'b', 'b', 'harp.tuned', 'DONE', '', 'Tuned', 2, sha256('another')) returning id
                """).query(Long.class).single();
        open(id);
        assertThat(text()).contains("It will not be sealed.").doesNotContain("within seconds");

        UI.getCurrent().navigate("audit/entry/" + seal(id));

        assertThat(text()).contains("Nothing proves what this entry says").doesNotContain("proves this entry");
    }

    @Test
    void aRowThatIsNeverSealedSaysSo() {
        long id = jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'b', 'b', 'harp.tuned', 'DONE', '', 'Tuned', 2, sha256('another')) returning id
                """).query(Long.class).single();
        jdbc.sql("insert into audit_refused values (:id, now())")
                .param("id", id)
                .update();
        jdbc.sql("delete from audit_unsealed where entry_id = :id")
                .param("id", id)
                .update();

        open(id);

        assertThat(text()).contains("Row that is never sealed", "What it says proves nothing.");
    }

    @Test
    void anEntryThatSomebodyKeepsFromBeingSealedIsNotCalledForeign() {
        long id = record(List.of());
        jdbc.sql("insert into audit_refused values (:id, now())")
                .param("id", id)
                .update();
        jdbc.sql("delete from audit_unsealed where entry_id = :id")
                .param("id", id)
                .update();

        open(id);

        assertThat(text())
                .contains("Entry that is kept from being sealed", "though its hash is that of what it says")
                .doesNotContain("its hash is not that");
        assertThat(navigate(AuditLogView.class).getElement().getTextRecursively())
                .contains(
                        "1 entry fits its hash, and somebody other than the portal keeps it from being sealed.",
                        "Row " + id)
                .doesNotContain("stored by somebody other than the portal");
    }

    @Test
    void anEntryThatWasSealedAndRemovedIsSaidToBe() {
        long number = seal(record(List.of()));
        jdbc.sql("insert into audit_checkpoint values (:size, timestamptz '2026-01-02 03:04:06Z', 'the note')")
                .param("size", number)
                .update();
        TestDatabase.asAdministrator(jdbc, "alter table audit_leaf disable trigger user");
        TestDatabase.asAdministrator(jdbc, "delete from audit_leaf where number = " + number);
        TestDatabase.asAdministrator(jdbc, "alter table audit_leaf enable trigger user");

        UI.getCurrent().navigate("audit/entry/" + number);

        assertThat(text()).contains("Entry " + number + " was removed").doesNotContain("never removes");
    }

    private long seal(long id) {
        long number = jdbc.sql("""
                insert into audit_leaf
                select coalesce((select max(number) from audit_leaf), 0) + 1, id, leaf_hash from audit_entry where id = :id
                returning number
                """).param("id", id).query(Long.class).single();
        jdbc.sql("delete from audit_unsealed where entry_id = :id")
                .param("id", id)
                .update();
        return number;
    }

    private record Tuned(List<AuditedDevice> devices) implements AuditableAction {

        @Override
        public String action() {
            return "harp.tuned";
        }

        @Override
        public String subject() {
            return "run:42";
        }

        @Override
        public String summary() {
            return "Tuned a harp";
        }

        @Override
        public AuditResult result() {
            return AuditResult.FAILED;
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE
                    .with("why", "It was too quiet")
                    .changed("graceDays", 30, 45)
                    .changed("strings", null, "Gut");
        }
    }
}
