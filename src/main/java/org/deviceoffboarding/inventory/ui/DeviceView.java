package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.jspecify.annotations.Nullable;

/** One device: both records side by side, and what other features know of it. */
@Route(DeviceLink.PATH)
@May(Capability.READ)
class DeviceView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle, ResultPage {

    private final transient DeviceService devices;
    private final transient List<DeviceSection> sections;
    private final transient DeviceRecords records;
    private final transient DeviceTimeline timeline;
    private @Nullable UUID shown;
    private String title = "Device";

    DeviceView(
            DeviceService devices,
            List<DeviceSection> sections,
            DeviceRecords records,
            DeviceTimeline timeline,
            OpenPages openPages) {
        this.devices = devices;
        this.sections = sections;
        this.records = records;
        this.timeline = timeline;
        openPages.follow(
                getContent(),
                Stream.concat(Stream.of(DeviceNews.class, InventoryReplaced.class), timeline.changedBy())
                        .toList(),
                this::show);
        getContent().addClassName("page-content");
    }

    @Override
    public boolean followsByItself() {
        return true;
    }

    @Override
    public void setParameter(BeforeEvent event, String objectId) {
        shown = parse(objectId).orElse(null);
        show();
    }

    private void show() {
        getContent().removeAll();
        Optional.ofNullable(shown).flatMap(devices::get).ifPresentOrElse(this::show, this::showNothing);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(DeviceFacts device) {
        title = DeviceLink.named(device.entra().displayName());
        PageHeader header = new PageHeader(title);
        sections.forEach(section -> section.state(device).ifPresent(header::withState));
        getContent().add(new Breadcrumb(DeviceLink.PATH, "Devices"), header);
        sections.stream().limit(1).forEach(section -> section.section(device).ifPresent(getContent()::add));
        getContent().add(columns(records.entra(device), records.intune(device)));
        Div known = new Div();
        known.addClassName("stack");
        sections.stream().skip(1).forEach(section -> section.section(device).ifPresent(known::add));
        known.add(records.more(device));
        Div record = new Div();
        record.addClassName("stack");
        timeline.section(device.entra().objectId()).ifPresent(record::add);
        getContent().add(columns(known, record));
    }

    private static Div columns(Component... both) {
        Div columns = new Div(both);
        columns.addClassName("device-columns");
        return columns;
    }

    private void showNothing() {
        getContent()
                .add(
                        new Breadcrumb(DeviceLink.PATH, "Devices"),
                        EmptyState.ofPage(
                                "The inventory has no device with this ID",
                                "It may be gone from Entra since, the agent may have been removed with what it had read, or the address is"
                                        + " not complete. Search for it in the list of devices.",
                                new Anchor(DeviceLink.PATH, "All devices")));
        Optional.ofNullable(shown).ifPresent(id -> {
            sections.forEach(section -> section.gone(id).ifPresent(getContent()::add));
            timeline.section(id).ifPresent(getContent()::add);
        });
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
