package org.deviceoffboarding.keys.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(roles = Roles.READER)
class KeysSectionTest {

    private static final UUID OBJECT = UUID.randomUUID();

    @Autowired
    private KeysSection section;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatWasNeverCheckedIsNotCalledNone() {
        assertThat(text(shown("Windows"))).contains("Not checked yet").doesNotContain("none");
    }

    @Test
    void whatIsKnownIsSaidInWords() {
        jdbc.sql("""
                insert into device_key (object_id, bitlocker_keys, newest_bitlocker, volume_types, laps, checked_at, problem)
                values (:id, 2, now(), '{operatingSystemVolume}', null, now(), 'Grant the permission X.')
                """).param("id", OBJECT).update();

        assertThat(text(shown("Windows")))
                .contains("2 keys (operating system volume)", "not known", "Grant the permission X.");
    }

    @Test
    void onlyWindowsDevicesHaveThem() {
        assertThat(section.section(device("IPhone"))).isEmpty();
    }

    private Component shown(String operatingSystem) {
        return section.section(device(operatingSystem)).orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static DeviceFacts device(String operatingSystem) {
        return new DeviceFacts(
                new EntraDevice(
                        OBJECT,
                        null,
                        "LAPTOP",
                        true,
                        operatingSystem,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null),
                List.of(),
                null,
                List.of());
    }
}
