package org.deviceoffboarding.base.ui.form;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.TimeDisplay;

/** Picks a time zone by its name. One that was typed and not picked is an error: no other one takes its place. */
public class ZoneField extends PickedField<String> {

    private static final String UTC = "UTC";

    private static final List<String> ALL = Stream.concat(
                    Stream.of(UTC),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                            .sorted())
            .toList();

    public ZoneField() {
        super("Time zone");
        setWidth("min(280px, 100%)");
        setItems(ALL);
    }

    /** Shows a zone. */
    public void show(ZoneId zone) {
        setValue(name(zone));
    }

    /** Shows {@link #own}. */
    public void showOwn() {
        setValue(own());
    }

    /** Returns how a zone is called in the list. */
    public static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? UTC : zone.getId();
    }

    /** Returns the zone of whoever looks at the page; UTC where it is none of those that can be picked. */
    public static String own() {
        String own = TimeDisplay.zone().getId();
        return ALL.contains(own) ? own : UTC;
    }

    @Override
    protected Optional<String> meant(String typed) {
        return ALL.stream().filter(typed.strip()::equalsIgnoreCase).findFirst();
    }

    @Override
    protected String problem(String typed) {
        return typed.isEmpty()
                ? "Choose a time zone."
                : "“" + typed + "” was typed, and no time zone picked. Choose one of the list.";
    }
}
