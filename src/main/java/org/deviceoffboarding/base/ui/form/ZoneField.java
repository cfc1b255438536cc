package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.TimeDisplay;

/** Picks a time zone by its name. One that was typed and not picked is an error: no other one takes its place. */
public class ZoneField extends ComboBox<String> {

    private static final String UTC = "UTC";

    private static final List<String> ALL = Stream.concat(
                    Stream.of(UTC),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                            .sorted())
            .toList();

    private String unknown = "";

    public ZoneField() {
        super("Time zone");
        setManualValidation(true); // it knows better what is wrong
        setRequiredIndicatorVisible(true);
        setWidth("min(280px, 100%)");
        setItems(ALL);
        addCustomValueSetListener(typed -> typed(typed.getDetail()));
        addValueChangeListener(change -> pickedAny());
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

    private void typed(String text) {
        ALL.stream()
                .filter(text.strip()::equalsIgnoreCase)
                .findFirst()
                .ifPresentOrElse(this::setValue, () -> typedOnly(text));
    }

    /** What was typed stays to be mended. */
    private void typedOnly(String text) {
        clear();
        unknown = TextLimits.shorten(text.strip(), TextLimits.SEARCH);
        getElement().executeJs("this._inputElementValue = $0", text);
        setErrorMessage(problem());
        setInvalid(true);
    }

    private void pickedAny() {
        if (getValue() != null) {
            unknown = "";
            setInvalid(false);
        }
    }

    @Override
    public Validator<String> getDefaultValidator() {
        return (value, context) -> value == null ? ValidationResult.error(problem()) : ValidationResult.ok();
    }

    private String problem() {
        return unknown.isEmpty()
                ? "Choose a time zone."
                : "“" + unknown + "” was typed, and no time zone picked. Choose one of the list.";
    }
}
