package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.deviceoffboarding.base.ui.Pill;

/**
 * What features note about the devices in a table, read a page at a time.
 *
 * @param <T> a row of the table
 */
public class NotedDevices<T> {

    private final List<DeviceNotes> notes;
    private final Function<T, UUID> objectId;
    private final Map<UUID, List<String>> read = new ConcurrentHashMap<>();

    public NotedDevices(List<DeviceNotes> notes, Function<T, UUID> objectId) {
        this.notes = notes;
        this.objectId = objectId;
    }

    /** Reads what is noted of a page of devices, and returns the page. */
    public List<T> readFor(List<T> page) {
        List<UUID> ids = page.stream().map(objectId).toList();
        ids.forEach(read::remove);
        notes.forEach(each -> each.of(ids)
                .forEach((id, words) ->
                        read.computeIfAbsent(id, first -> new ArrayList<>()).add(words)));
        return page;
    }

    /** Adds what is noted of a row to its states. */
    public void addTo(Div states, T row) {
        read.getOrDefault(objectId.apply(row), List.of()).forEach(words -> states.add(Pill.progress(words)));
    }

    /** Returns what is noted of a row as text, for an export. */
    public String text(T row) {
        return String.join(", ", read.getOrDefault(objectId.apply(row), List.of()));
    }
}
