package org.deviceoffboarding.person.preference;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Preferences;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(username = "anna", roles = Roles.READER)
class PreferenceServiceTest {

    private static final Actor BEN = new Actor("oid-ben", "ben@contoso.example");

    @Autowired
    private Preferences preferences;

    @Test
    void whatAPersonChoseIsThatPersonsAlone() {
        preferences.set("columns:devices", "name,user");

        assertThat(preferences.get("columns:devices")).hasValue("name,user");
        As.person(BEN, () -> {
            assertThat(preferences.get("columns:devices")).isEmpty();
            preferences.set("columns:devices", "name");
        });
        assertThat(preferences.get("columns:devices")).hasValue("name,user");
    }

    @Test
    void theLatestChoiceCountsAndCanBeForgotten() {
        preferences.set("scheme", "dark");
        preferences.set("scheme", "light");
        assertThat(preferences.get("scheme")).hasValue("light");

        preferences.set("scheme", null);
        assertThat(preferences.get("scheme")).isEmpty();
    }

    @Test
    void whatIsTooLongOrCannotBeStoredDisturbsNobody() {
        preferences.set("scheme", "x".repeat(Preferences.LONGEST + 1));
        assertThat(preferences.get("scheme")).isEmpty();

        preferences.set("scheme", "da\0rk");
        assertThat(preferences.get("scheme")).hasValue("da\uFFFDrk");
    }
}
