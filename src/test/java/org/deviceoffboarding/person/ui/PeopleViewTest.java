package org.deviceoffboarding.person.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.access.PersonRefused;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = PeopleView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class PeopleViewTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationEventPublisher events;

    private SeenPeople seen;

    @BeforeEach
    void prepare() {
        seen = new SeenPeople(events);
    }

    @Test
    void everybodyWhoSignedInIsListedWithTheirRolesAsTheyAreNow() {
        Instant now = Instant.now();
        seen.signIn("a", "Amara Okafor", now, Roles.APPROVER);
        seen.signIn("b", "Gus Novak", now);
        seen.signIn("c", "Olivia Berg", now, Roles.OWNER);
        events.publishEvent(new PersonRefused("c", now));

        navigate(PeopleView.class);

        assertThat(cell(0, 0)).isEqualTo("Amara Okafor");
        assertThat(test(rows()).getCellText(0, 1)).isEqualTo("a@contoso.example");
        assertThat(cell(0, 3)).isEqualTo("Approver");
        assertThat(cell(1, 3)).isEqualTo("No role");
        assertThat(cell(2, 3)).isEqualTo("Sign-in no longer accepted");
    }

    @Test
    void aSearchNarrowsThem() {
        seen.signIn("a", "Amara Okafor", Instant.now(), Roles.APPROVER);
        seen.signIn("c", "Olivia Berg", Instant.now(), Roles.OWNER);
        navigate(PeopleView.class);

        test(find(TextField.class).withCaption("Search").single()).setValue("berg");

        assertThat(test(rows()).size()).isEqualTo(1);
        assertThat(cell(0, 0)).isEqualTo("Olivia Berg");
    }

    private String cell(int row, int column) {
        return ((Component) test(rows()).getCellComponent(row, column))
                .getElement()
                .getTextRecursively();
    }

    private Grid<?> rows() {
        return find(Grid.class).single();
    }
}
