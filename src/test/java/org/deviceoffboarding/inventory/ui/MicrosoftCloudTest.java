package org.deviceoffboarding.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MicrosoftCloudTest {

    private static final UUID ID = UUID.fromString("0b1ec7aa-0000-4000-8000-000000000001");

    @Test
    void theTenantsGraphTellsTheCloud() {
        assertThat(MicrosoftCloud.of(URI.create("https://graph.microsoft.com/v1.0")))
                .contains(MicrosoftCloud.PUBLIC);
        assertThat(MicrosoftCloud.of(URI.create("https://graph.microsoft.us/v1.0")))
                .contains(MicrosoftCloud.US_GOVERNMENT_L4);
        assertThat(MicrosoftCloud.of(URI.create("https://dod-graph.microsoft.us/v1.0")))
                .contains(MicrosoftCloud.US_GOVERNMENT_L5);
        assertThat(MicrosoftCloud.of(URI.create("https://microsoftgraph.chinacloudapi.cn/v1.0")))
                .contains(MicrosoftCloud.CHINA);
    }

    @Test
    void anyOtherGraphIsOfNoCloudAndGetsNoLink() {
        assertThat(MicrosoftCloud.of(URI.create("http://127.0.0.1:8090/v1.0"))).isEmpty();
        assertThat(MicrosoftCloud.of(URI.create("https://graph.microsoft.com.example/v1.0")))
                .isEmpty();
    }

    @Test
    void aDeviceIsOpenedInTheAdminCentersOfItsCloud() {
        assertThat(MicrosoftCloud.PUBLIC.entraDevice(ID))
                .isEqualTo(
                        "https://entra.microsoft.com/#view/Microsoft_AAD_Devices/DeviceDetailsMenuBlade/~/Properties/objectId/0b1ec7aa-0000-4000-8000-000000000001");
        assertThat(MicrosoftCloud.CHINA.managedDevice(ID))
                .isEqualTo(
                        "https://intune.microsoftonline.cn/#view/Microsoft_Intune_Devices/DeviceSettingsMenuBlade/~/overview/mdmDeviceId/0b1ec7aa-0000-4000-8000-000000000001");
        assertThat(MicrosoftCloud.US_GOVERNMENT_L4.entraDevice(ID)).startsWith("https://entra.microsoft.us/#");
        assertThat(MicrosoftCloud.US_GOVERNMENT_L5.managedDevice(ID)).startsWith("https://intune.microsoft.us/#");
    }

    @Test
    void whereACloudHasNoDefenderThereIsNoSearchInIt() {
        assertThat(MicrosoftCloud.CHINA.defenderSearch()).isEmpty();
        assertThat(MicrosoftCloud.US_GOVERNMENT_L5.defenderSearch())
                .contains("https://security.apps.mil/v2/advanced-hunting");
    }
}
