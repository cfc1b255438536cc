package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.RestrictedDevices;
import org.jspecify.annotations.Nullable;

/**
 * Which devices in a table are in restricted administrative units, and in which, read a page at a time as the inventory has it then.
 *
 * @param <T> a row of the table
 */
public class RestrictedRows<T> {

    private static final String UNKNOWN = "Not known in which unit";

    private final DeviceService devices;
    private final Function<T, UUID> objectId;
    private final Map<UUID, Unit> read = new ConcurrentHashMap<>();

    /** @param names of the units; empty where they are not known; @param why they are not */
    private record Unit(String names, String why) {}

    public RestrictedRows(DeviceService devices, Function<T, UUID> objectId) {
        this.devices = devices;
        this.objectId = objectId;
    }

    /** Reads it for a page of devices, and returns the page. */
    public List<T> readFor(List<T> page) {
        List<UUID> ids = page.stream().map(objectId).toList();
        ids.forEach(read::remove);
        RestrictedDevices restricted = devices.restrictedUnits(ids);
        restricted.ids().forEach(id -> read.put(id, new Unit(restricted.names(id), restricted.unknown())));
        return page;
    }

    /** Returns whether a device that was read is in any such unit. */
    public boolean isRestricted(T row) {
        return read.containsKey(objectId.apply(row));
    }

    /** Adds the column that says in which units a device is; empty for all others. */
    public Grid.Column<T> addColumn(Grid<T> rows) {
        return rows.addComponentColumn(this::shown)
                .setHeader("Restricted in Entra")
                .setKey("restricted")
                .setWidth("170px")
                .setFlexGrow(1);
    }

    /** Adds to a table that is taken away, whose parts were {@linkplain #readFor read}, what the column says. */
    public CsvDownload<T> addTo(CsvDownload<T> taken) {
        return taken.column("Restricted in Entra", this::isRestricted).column("Restricted units", this::names);
    }

    /** Returns the names of the units that a device is in; null where it is in none, or they are not known. */
    public @Nullable String names(T row) {
        Unit unit = read.get(objectId.apply(row));
        return unit == null || unit.names().isEmpty() ? null : unit.names();
    }

    private Span shown(T row) {
        Unit unit = read.get(objectId.apply(row));
        Span shown = new Span(unit == null ? "" : Objects.requireNonNullElse(names(row), UNKNOWN));
        shown.addClassName("wrap");
        if (unit != null && unit.names().isEmpty()) {
            shown.addClassName("dim");
            shown.setTitle(unit.why());
        }
        return shown;
    }
}
