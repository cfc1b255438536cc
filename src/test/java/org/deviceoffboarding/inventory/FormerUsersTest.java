package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.managed;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormerUsersTest {

    private static final Set<String> ADA = Set.of("ada@contoso.com");

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void adaHasADevice() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"))
                .has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A", "\"userPrincipalName\":\"Ada@Contoso.com\""));
        tenant.read(1).publish(1);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aDeviceThatIsGoneFromIntuneIsStillItsLastUsers() {
        tenant.has(Tenant.MANAGED).read(2);

        assertThat(tenant.formerUsers().devices(2, ADA)).containsExactly(UUID.fromString(OBJECT));
        assertThat(tenant.formerUsers().devices(2, Set.of("ben@contoso.com"))).isEmpty();
        assertThat(tenant.formerUsers().devices(2, Set.of())).isEmpty();

        tenant.publish(2).read(3);
        assertThat(tenant.formerUsers().devices(3, ADA)).as("also later").hasSize(1);
    }

    @Test
    void whatIntuneStillHasBelongsToWhomeverItSays() {
        tenant.has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A", "\"userPrincipalName\":\"ben@contoso.com\""))
                .read(2);

        assertThat(tenant.formerUsers().devices(2, ADA)).isEmpty();
    }

    @Test
    void aRecordThatLostItsUserBeforeItLeftIsStillTheLastOnes() {
        tenant.has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A")).read(2).publish(2);
        tenant.has(Tenant.MANAGED).read(3);

        assertThat(tenant.formerUsers().devices(3, ADA)).hasSize(1);
    }

    @Test
    void aRecordThatNamesTheDeviceNoLongerLeavesItItsLastUsers() {
        tenant.has(Tenant.MANAGED, managed(INTUNE, "", "A", "\"userPrincipalName\":\"ben@contoso.com\""))
                .read(2);

        assertThat(tenant.formerUsers().devices(2, ADA)).hasSize(1);
    }
}
