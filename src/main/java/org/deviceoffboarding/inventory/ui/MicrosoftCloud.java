package org.deviceoffboarding.inventory.ui;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's clouds, each with the admin centers that it has. Sources: Microsoft's list of Graph's national cloud
 * deployments, Entra's list of addresses to allow, Intune's endpoints for US Government and China, and the portals of
 * Defender for US Government customers. The US Government's two clouds share Entra's and Intune's; China has no Defender for
 * Endpoint.
 */
enum MicrosoftCloud {
    PUBLIC("graph.microsoft.com", "entra.microsoft.com", "intune.microsoft.com", "security.microsoft.com"),
    US_GOVERNMENT_L4("graph.microsoft.us", "entra.microsoft.us", "intune.microsoft.us", "security.microsoft.us"),
    US_GOVERNMENT_L5("dod-graph.microsoft.us", "entra.microsoft.us", "intune.microsoft.us", "security.apps.mil"),
    CHINA("microsoftgraph.chinacloudapi.cn", "entra.microsoftonline.cn", "intune.microsoftonline.cn", null);

    private final String graph;
    private final String entra;
    private final String intune;
    private final @Nullable String defender;

    MicrosoftCloud(String graph, String entra, String intune, @Nullable String defender) {
        this.graph = graph;
        this.entra = entra;
        this.intune = intune;
        this.defender = defender;
    }

    /** Returns the cloud that a tenant's Graph is of; nothing for any other address, such as the demo tenant's. */
    static Optional<MicrosoftCloud> of(URI graphBaseUrl) {
        return Stream.of(values())
                .filter(cloud -> cloud.graph.equalsIgnoreCase(graphBaseUrl.getHost()))
                .findFirst();
    }

    /** Returns the page of an Entra device. */
    String entraDevice(UUID objectId) {
        return "https://" + entra + "/#view/Microsoft_AAD_Devices/DeviceDetailsMenuBlade/~/Properties/objectId/"
                + objectId;
    }

    /** Returns the page of a managed device. */
    String managedDevice(UUID intuneId) {
        return "https://" + intune + "/#view/Microsoft_Intune_Devices/DeviceSettingsMenuBlade/~/overview/mdmDeviceId/"
                + intuneId;
    }

    /** Returns where Defender is asked with a query: the one search of it that goes by Entra's device ID. */
    Optional<String> defenderSearch() {
        return Optional.ofNullable(defender).map(host -> "https://" + host + "/v2/advanced-hunting");
    }
}
