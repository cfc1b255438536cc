package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.Map;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = Roles.READER)
class AuditLogViewTest extends SpringBrowserlessTest {

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private ApplicationEventPublisher events;

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
        assertThat(test(find(Grid.class).single()).size()).isGreaterThanOrEqualTo(2);

        test(find(ComboBox.class).withCaption("Person").single()).selectItem("bruno@contoso.example");

        assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void theFilterInTheAddressIsApplied() {
        record("anna@contoso.example");
        record("bruno@contoso.example");

        UI.getCurrent().navigate("audit", QueryParameters.of("person", "anna@contoso.example"));

        assertThat(test(find(Grid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void whoeverSignedInIsShownByNameWithInitialsAndFoundByIt() {
        record("anna@contoso.example");
        record("bruno@contoso.example");
        people.signIn("anna@contoso.example", "Anna Berg", Instant.now(), Roles.READER);
        navigate(AuditLogView.class);

        test(find(TextField.class).withCaption("Search").single()).setValue("berg");

        Grid<?> rows = find(Grid.class).single();
        assertThat(test(rows).size()).isEqualTo(1);
        Component who = (Component) test(rows).getCellComponent(0, 2);
        assertThat(who.getElement().getTextRecursively()).isEqualTo("Anna Berg");
        assertThat(who.getElement().getAttribute("title")).isEqualTo("anna@contoso.example");
        assertThat(((Avatar) who.getChildren().findFirst().orElseThrow()).getAbbreviation())
                .isEqualTo("AB");
    }

    @Test
    void whoeverNeverSignedInIsShownAsRecordedAndWithoutTheFirstLetterOfAnAddress() {
        record("bruno@contoso.example");

        navigate(AuditLogView.class);

        Component who = (Component) test((Grid<?>) find(Grid.class).single()).getCellComponent(0, 2);
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
    void anAuditorCanExport() {
        navigate(AuditLogView.class);

        assertThat(find(Anchor.class).withText("Export CSV").exists()).isTrue();
    }

    private void record(String name) {
        auditLog.record(new Actor(name, name), new Sung(Map.of()));
    }

    private record Sung(Map<String, String> details) implements AuditableAction {

        @Override
        public String action() {
            return "song.sung";
        }

        @Override
        public String subject() {
            return "song:1";
        }

        @Override
        public String summary() {
            return "Sang a song";
        }
    }
}
