package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.inventory.DeviceFacts;

/** The ways to a device in the portals of Microsoft's cloud that the tenant is in, and in Apple's. None for the demo tenant. */
@org.springframework.stereotype.Component
class OtherPortals {

    /** Where Apple's devices are searched by serial number; it has no address for a single one. */
    private static final String APPLE = "https://business.apple.com/";

    private final Optional<MicrosoftCloud> cloud;
    private final boolean demo;

    OtherPortals(TenantProperties tenant) {
        this.cloud = tenant.demo() ? Optional.empty() : MicrosoftCloud.of(tenant.graphBaseUrl());
        this.demo = tenant.demo();
    }

    Optional<Component> entra(UUID objectId) {
        return cloud.map(its -> link(its.entraDevice(objectId), "Open in Entra"));
    }

    Optional<Component> intune(UUID intuneId) {
        return cloud.map(its -> link(its.managedDevice(intuneId), "Open in Intune"));
    }

    /** Returns what other portals are searched by, each with the value to copy; nothing where the device is in none. */
    Optional<Section> searches(DeviceFacts device) {
        Facts facts = new Facts();
        UUID deviceId = device.entra().deviceId();
        if (deviceId != null) {
            cloud.flatMap(MicrosoftCloud::defenderSearch)
                    .ifPresent(address ->
                            facts.with("Microsoft Defender", search(address, "Defender query", query(deviceId))));
        }
        String serialNumber = device.serialNumber();
        if (!demo && serialNumber != null && isApple(device)) {
            facts.with("Apple Business Manager", search(APPLE, "Serial number", serialNumber));
        }
        return facts.getChildren().findAny().map(any -> new Section("In other portals", facts));
    }

    private static boolean isApple(DeviceFacts device) {
        return switch (Platform.of(device.entra().operatingSystem())) {
            case IOS, MACOS -> true;
            default -> false;
        };
    }

    private static String query(UUID deviceId) {
        return "DeviceInfo | where AadDeviceId == \"" + deviceId + "\" | summarize arg_max(Timestamp, *) by DeviceId";
    }

    private static Component search(String address, String what, String value) {
        Div search = new Div(IdDisplay.text(what, value), new Div(link(address, "Open the search")));
        search.addClassName("search-elsewhere");
        return search;
    }

    private static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text, AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.setTitle("Opens in a new tab");
        return link;
    }
}
