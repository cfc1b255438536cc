package org.deviceoffboarding.keys.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceSection;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.keys.DeviceKeys;
import org.springframework.core.annotation.Order;

/** Says on the page of a Windows device whether its recovery keys are kept. */
@org.springframework.stereotype.Component
@Order(40)
class KeysSection implements DeviceSection {

    private final DeviceKeyService keys;
    private final Clock clock;

    KeysSection(DeviceKeyService keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Component> section(DeviceFacts device) {
        if (Platform.of(device.entra().operatingSystem()) != Platform.WINDOWS) {
            return Optional.empty();
        }
        return Optional.of(keys.get(device.entra().objectId()).map(this::known).orElseGet(KeysSection::notChecked));
    }

    private Component known(DeviceKeys known) {
        Section section = new Section(
                "Recovery keys",
                new Facts()
                        .with("BitLocker keys in Entra", bitlocker(known))
                        .with("Newest BitLocker key", TimeDisplay.span(known.newestBitlocker(), clock.instant()))
                        .with("LAPS password in Entra", known.lapsPassword())
                        .with("LAPS password saved", TimeDisplay.span(known.lapsBackup(), clock.instant()))
                        .with("Checked", TimeDisplay.span(known.checkedAt(), clock.instant())));
        if (known.problem() != null) {
            section.add(new Paragraph(known.problem()));
        }
        return section;
    }

    private static Section notChecked() {
        return new Section(
                "Recovery keys",
                new Paragraph(
                        "Not checked yet whether Entra keeps its BitLocker keys and its LAPS password. If it is in a"
                                + " suggestion, an operator can check there."));
    }

    private static String bitlocker(DeviceKeys known) {
        return known.volumeTypes().isEmpty()
                ? known.bitlocker()
                : known.bitlocker()
                        + known.volumeTypes().stream()
                                .map(KeysSection::volume)
                                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String volume(String type) {
        return switch (type) {
            case "operatingSystemVolume" -> "operating system volume";
            case "fixedDataVolume" -> "fixed data volume";
            case "removableDataVolume" -> "removable data volume";
            default -> type;
        };
    }
}
