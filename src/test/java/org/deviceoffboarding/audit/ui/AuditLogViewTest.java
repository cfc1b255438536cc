package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditLogGrown;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.person.SeenPeople;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = Roles.READER)
class AuditLogViewTest extends SpringBrowserlessTest {

    private static final AuditedDevice HARP = new AuditedDevice(new UUID(7, 1), new UUID(7, 2), "HARP-1");

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Value("${spring.datasource.url}")
    @SuppressWarnings("NullAway.Init")
    private String url;

    private SeenPeople people;

    @BeforeEach
    void prepare() {
        people = new SeenPeople(events);
    }

    @Test
    void entriesCanBeNarrowedToOnePerson() {
        record("anna@contoso.example");
        record("bruno@contoso.example");
        navigate(AuditLogView.class);
        assertThat(size()).isGreaterThanOrEqualTo(2);

        test(find(ComboBox.class).withCaption("Person").single()).selectItem("bruno@contoso.example");

        assertThat(size()).isEqualTo(1);
    }

    @Test
    void aLogThatSomebodyLockedIsSaidToBeLockedByThemAndShownOnceItIsNot() throws SQLException {
        try (Connection stranger = DriverManager.getConnection(url, TestDatabase.USER, "")) {
            stranger.setAutoCommit(false);
            stranger.createStatement().execute("lock table audit_unsealed");

            navigate(AuditLogView.class);

            assertThat(getCurrentView().getElement().getTextRecursively())
                    .contains("The log can't be read now, since its tables are locked:")
                    .contains("The table audit_unsealed is locked by process ")
                    .contains("(user portal_user, ");
            assertThat(find(Grid.class).exists()).isFalse();
            stranger.rollback();
        }
        test(find(Button.class).withText("Try again").single()).click();

        assertThat(find(Grid.class).exists()).isTrue();
        assertThat(find(Button.class).withText("Try again").exists()).isFalse();
    }

    @Test
    void everyFilterInTheAddressIsApplied() {
        record("anna@contoso.example");
        auditLog.record(
                new Actor("b", "bruno@contoso.example"), new Sung("Failed to sing", AuditResult.FAILED, List.of(HARP)));

        for (var filter : Map.of(
                        "person", "b",
                        "search", "failed to",
                        "result", "FAILED",
                        "device", "harp-1",
                        "about", "song:2")
                .entrySet()) {
            UI.getCurrent()
                    .navigate(
                            "audit",
                            QueryParameters.simple(Map.of("kind", "song", filter.getKey(), filter.getValue())));
            assertThat(size()).as("%s", filter).isEqualTo(1);
        }
        UI.getCurrent().navigate("audit", QueryParameters.of("kind", "song"));
        assertThat(size()).isEqualTo(2);
        UI.getCurrent().navigate("audit", QueryParameters.of("action", "song.sung"));
        assertThat(size()).isEqualTo(2);
    }

    @Test
    void aKnownActionWithoutEntriesFindsNone() {
        record("anna@contoso.example");

        UI.getCurrent().navigate("audit", QueryParameters.of("action", "audit.key-changed"));

        assertThat(size()).isZero();
        assertThat(find(Span.class).withClassName("list-misunderstood").single().getText())
                .isEmpty();
    }

    @Test
    void whatTheAddressAsksForAndNobodyUnderstandsIsSaidAndFindsNothingUntilItIsRemoved() {
        record("anna@contoso.example");
        for (var filter : Map.of(
                        "person",
                        "zzz",
                        "action",
                        "nonsense",
                        "kind",
                        "nonsense",
                        "result",
                        "MAYBE",
                        "from",
                        "2026-99-99")
                .entrySet()) {
            UI.getCurrent().navigate("audit", QueryParameters.of(filter.getKey(), filter.getValue()));

            assertThat(size()).as("%s", filter).isZero();
            assertThat(find(Span.class)
                            .withClassName("list-misunderstood")
                            .single()
                            .getText())
                    .startsWith("The address asks for ")
                    .endsWith(
                            " “" + filter.getValue()
                                    + "”, which the portal does not know. Nothing is listed or exported until that is removed.");
        }

        test(find(Button.class).withText("Clear filters").single()).click();

        assertThat(size()).isPositive();
        assertThat(find(Span.class).withClassName("list-misunderstood").single().getText())
                .isEmpty();
    }

    @Test
    void theLogOpensWholeAfterALinkThatNobodyUnderstands() {
        record("anna@contoso.example");
        for (String name : List.of("person", "action", "kind", "result", "from", "until")) {
            UI.getCurrent().navigate("audit", QueryParameters.of(name, "nonsense"));
            assertThat(size()).as(name).isZero();

            UI.getCurrent().navigate("audit");

            assertThat(size()).as(name).isPositive();
            assertThat(find(Span.class)
                            .withClassName("list-misunderstood")
                            .single()
                            .getText())
                    .isEmpty();
        }
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
    void whatNobodyUnderstandsIsNotExported() {
        UI.getCurrent().navigate("audit", QueryParameters.of("action", "nonsense"));
        assertThat(find(Anchor.class).withText("Evidence as JSON").exists()).isFalse();

        test(find(Button.class).withText("Clear filters").single()).click();

        assertThat(find(Anchor.class).withText("Evidence as JSON").exists()).isTrue();
    }

    @Test
    void timesAreFilteredToTheMinute() {
        record("anna@contoso.example");
        UI.getCurrent().navigate("audit", QueryParameters.of("kind", "song"));
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).withSecond(0).withNano(0);

        test(find(DateTimePicker.class).withCaption("From").single()).setValue(now.minusMinutes(2));
        test(find(DateTimePicker.class).withCaption("Until").single()).setValue(now.plusMinutes(1));
        assertThat(size()).isEqualTo(1);

        test(find(DateTimePicker.class).withCaption("Until").single()).setValue(now.minusMinutes(1));
        assertThat(size()).isZero();
    }

    @Test
    void aDayInTheAddressIsThatWholeDay() {
        UI.getCurrent().navigate("audit", QueryParameters.simple(Map.of("from", "2026-11-03", "until", "2026-11-03")));

        assertThat(find(DateTimePicker.class).withCaption("From").single().getValue())
                .isEqualTo("2026-11-03T00:00");
        assertThat(find(DateTimePicker.class).withCaption("Until").single().getValue())
                .isEqualTo("2026-11-03T23:59");
    }

    @Test
    void twoCharactersAreNoSearch() {
        record("anna@contoso.example");
        UI.getCurrent().navigate("audit", QueryParameters.of("kind", "song"));

        test(find(TextField.class).withCaption("Search").single()).setValue("zz");
        assertThat(size()).isEqualTo(1);
        assertThat(statuses())
                .contains("1 entry matches", "Search begins at three characters: “zz” narrows nothing yet.");

        test(find(TextField.class).withCaption("Search").single()).setValue("\u202Ez");
        assertThat(statuses())
                .as("what turns the direction of writing is shown as no character")
                .contains("Search begins at three characters: “\uFFFDz” narrows nothing yet.");

        test(find(TextField.class).withCaption("Search").single()).setValue("zzz");
        assertThat(size()).isZero();
        assertThat(statuses()).contains("0 entries match").noneMatch(said -> said.startsWith("Search begins"));
    }

    @Test
    void aSearchThatIsTooShortNarrowsNothingButCanBeCleared() {
        record("anna@contoso.example");

        UI.getCurrent().navigate("audit", QueryParameters.of("search", "zz"));

        assertThat(statuses()).noneMatch(said -> said.contains("match"));
        test(find(Button.class).withText("Clear filters").single()).click();
        assertThat(statuses()).noneMatch(said -> said.startsWith("Search begins"));
    }

    @Test
    void newEntriesAreSaidAndMoveNothingUntilSomebodyWantsToSeeThem() {
        record("anna@contoso.example");
        UI.getCurrent().navigate("audit", QueryParameters.of("kind", "song"));
        assertThat(size()).isEqualTo(1);

        record("bruno@contoso.example");
        record("carla@contoso.example");
        auditLog.record(new Actor("b", "b"), new Sung("Of another kind", "lamp.lit"));
        tellOfMore();

        assertThat(newEntries().getText()).isEqualTo("2 new entries");
        assertThat(statuses()).contains("There are new entries.", "1 entry matches");

        test(newEntries()).click();

        assertThat(size()).isEqualTo(3);
        assertThat(find(NewEntries.class)
                        .single()
                        .getChildren()
                        .findFirst()
                        .orElseThrow()
                        .isVisible())
                .isFalse();
        assertThat(statuses()).doesNotContain("There are new entries.");
    }

    @Test
    void whatAFilterLeavesOutIsNotNewToItsList() {
        UI.getCurrent().navigate("audit", QueryParameters.of("about", "song:nobody-sings"));
        assertThat(size()).isZero();

        auditLog.record(new Actor("b", "b"), new Sung("Of another kind", "lamp.lit"));
        tellOfMore();

        assertThat(find(NewEntries.class)
                        .single()
                        .getChildren()
                        .findFirst()
                        .orElseThrow()
                        .isVisible())
                .isFalse();
    }

    @Test
    void newEntriesAreCountedOnFromOneNewsToTheNext() {
        UI.getCurrent().navigate("audit", QueryParameters.of("about", "song:1"));
        assertThat(size()).isZero();
        record("anna@contoso.example");
        tellOfMore();
        assertThat(newEntries().getText()).isEqualTo("1 new entry");

        tellOfMore();
        assertThat(newEntries().getText()).isEqualTo("1 new entry");

        record("bruno@contoso.example");
        record("carla@contoso.example");
        tellOfMore();
        assertThat(newEntries().getText()).isEqualTo("3 new entries");
    }

    @Test
    void whatIsNewFollowsTheFilterThatIsSetMeanwhile() {
        UI.getCurrent().navigate("audit", QueryParameters.of("about", "song:1"));
        assertThat(size()).isZero();
        record("anna@contoso.example");
        tellOfMore();

        test(find(TextField.class).withCaption("Search").single()).setValue("bruno");
        assertThat(size()).isZero();
        assertThat(newEntries().isVisible()).isFalse();
        record("anna@contoso.example");
        tellOfMore();
        assertThat(newEntries().isVisible()).isFalse();

        record("bruno@contoso.example");
        tellOfMore();
        assertThat(newEntries().getText()).isEqualTo("1 new entry");
    }

    @Test
    void moreThanAreCountedAreSaidToBeMore() {
        UI.getCurrent().navigate("audit", QueryParameters.of("about", "song:1"));
        assertThat(size()).isZero();
        for (int i = 0; i <= NewEntries.COUNTED; i++) {
            record("anna@contoso.example");
        }
        tellOfMore();
        assertThat(newEntries().getText()).isEqualTo("More than 999 new entries");

        record("anna@contoso.example");
        tellOfMore();

        assertThat(newEntries().getText()).isEqualTo("More than 999 new entries");
        test(newEntries()).click();
        assertThat(newEntries().isVisible()).isFalse();
        assertThat(size()).isEqualTo(NewEntries.COUNTED + 2);
    }

    private void tellOfMore() {
        News.tell(events, new AuditLogGrown());
    }

    @Test
    void aListThatShowsTheOldestFirstSaysWhatIsNewToo() {
        record("anna@contoso.example");
        UI.getCurrent().navigate("audit", QueryParameters.simple(Map.of("kind", "song", "sort", "at,asc")));
        assertThat(size()).isEqualTo(1);

        record("bruno@contoso.example");
        tellOfMore();

        assertThat(newEntries().getText()).isEqualTo("1 new entry");
    }

    @Test
    void howItCameOutIsSaidInAWordAndActionsAreReadable() {
        auditLog.record(new Actor("b", "b"), new Sung("Was refused to sing", AuditResult.REFUSED, List.of()));
        UI.getCurrent().navigate("audit", QueryParameters.of("kind", "song"));
        assertThat(cell("result").getElement().getTextRecursively()).isEqualTo("Refused");

        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'b', 'b', 'request.approved', 'DONE', 'request:7', 'Approved', 2, sha256(''))
                """).update();
        UI.getCurrent().navigate("audit", QueryParameters.of("about", "request:7"));
        assertThat(test(rows()).getCellText(0, 3)).isEqualTo("Approved a request");
        assertThat(((Anchor) cell("subject")).getHref()).isEqualTo("approvals/7");
    }

    @Test
    void eachEntryLeadsToItsPage() {
        record("anna@contoso.example");
        UI.getCurrent().navigate("audit", QueryParameters.of("kind", "song"));

        Anchor time = (Anchor) cell("at");

        assertThat(time.getHref()).startsWith("audit/entry/id-");
        assertThat(time.getText()).matches("(today|yesterday) \\d?\\d:\\d\\d:\\d\\d.*");
    }

    @Test
    void whoeverSignedInIsShownByNameWithInitialsAndFoundByIt() {
        record("anna@contoso.example");
        record("bruno@contoso.example");
        people.signIn("anna@contoso.example", "Anna Berg", Instant.now(), Roles.READER);
        navigate(AuditLogView.class);

        test(find(TextField.class).withCaption("Search").single()).setValue("berg");

        assertThat(size()).isEqualTo(1);
        Component who = cell("actor");
        assertThat(who.getElement().getTextRecursively()).isEqualTo("Anna Berg");
        assertThat(who.getElement().getAttribute("title")).isEqualTo("anna@contoso.example");
        assertThat(((Avatar) who.getChildren().findFirst().orElseThrow()).getAbbreviation())
                .isEqualTo("AB");
    }

    @Test
    void whoeverNeverSignedInIsShownAsRecordedAndWithoutTheFirstLetterOfAnAddress() {
        record("bruno@contoso.example");

        navigate(AuditLogView.class);

        Component who = cell("actor");
        assertThat(who.getElement().getTextRecursively()).isEqualTo("bruno@contoso.example");
        assertThat(((Avatar) who.getChildren().findFirst().orElseThrow()).getAbbreviation())
                .isNull();
    }

    @Test
    void aReaderCannotExport() {
        navigate(AuditLogView.class);

        assertThat(find(Anchor.class).withText("Export CSV").exists()).isFalse();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
    void anAuditorCanExportInThreeForms() {
        navigate(AuditLogView.class);

        for (String link : List.of("Export CSV", "Export Excel", "Export JSON Lines")) {
            assertThat(find(Anchor.class).withText(link).exists()).as(link).isTrue();
        }
    }

    @SuppressWarnings("unchecked")
    private Grid<Object> rows() {
        return (Grid<Object>) find(Grid.class).single();
    }

    private Button newEntries() {
        return (Button)
                find(NewEntries.class).single().getChildren().findFirst().orElseThrow();
    }

    private List<String> statuses() {
        return find(Span.class).withAttribute("role", "status").all().stream()
                .map(Span::getText)
                .toList();
    }

    private int size() {
        return test(rows()).size();
    }

    private Component cell(String column) {
        List<String> keys = rows().getColumns().stream()
                .filter(each -> each.isVisible())
                .map(each -> each.getKey())
                .toList();
        return (Component) test(rows()).getCellComponent(0, keys.indexOf(column));
    }

    private void record(String name) {
        auditLog.record(new Actor(name, name), new Sung("Sang a song", AuditResult.DONE, List.of()));
    }

    private record Sung(String summary, AuditResult result, List<AuditedDevice> devices, String action)
            implements AuditableAction {

        Sung(String summary, AuditResult result, List<AuditedDevice> devices) {
            this(summary, result, devices, "song.sung");
        }

        Sung(String summary, String action) {
            this(summary, AuditResult.DONE, List.of(), action);
        }

        @Override
        public String subject() {
            return result == AuditResult.FAILED ? "song:2" : "song:1";
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("loud", true);
        }
    }
}
