package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.jspecify.annotations.Nullable;

/** The filters of the audit log: text, person, action, from and until a day, in the time zone of the browser. */
class AuditFilterBar extends FilterBar {

    private final TextField text;
    private final ComboBox<Actor> actor = new ComboBox<>("Person");
    private final ComboBox<String> action = new ComboBox<>("Action");
    private final DatePicker from = new DatePicker("From");
    private final DatePicker until = new DatePicker("Until");

    private final TableState state;
    private final Runnable changed;

    AuditFilterBar(TableState state, List<Actor> actors, List<String> actions, Runnable changed) {
        super(state, changed);
        this.state = state;
        this.changed = changed;
        text = filters().search("Summary or subject");
        actor.setItems(actors.stream()
                .sorted(Comparator.comparing(PersonDisplay::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
        actor.setItemLabelGenerator(AuditFilterBar::label);
        action.setItems(actions);
        restore(actors);
        follow();
        show(text, actor, action, from, until);
    }

    AuditFilter value() {
        LocalDate last = until.getValue();
        return new AuditFilter(
                text.getValue(),
                actor.getValue() == null ? null : actor.getValue().id(),
                action.getValue(),
                startOf(from.getValue()),
                startOf(last == null ? null : last.plusDays(1)));
    }

    private void restore(List<Actor> actors) {
        actors.stream()
                .filter(each -> each.id().equals(state.get("person")))
                .findFirst()
                .ifPresent(actor::setValue);
        action.setValue(orNull(state.get("action")));
        from.setValue(date(state.get("from")));
        until.setValue(date(state.get("until")));
    }

    private void follow() {
        actor.addValueChangeListener(event -> keep(
                "person", event.getValue() == null ? null : event.getValue().id()));
        action.addValueChangeListener(event -> keep("action", event.getValue()));
        from.addValueChangeListener(event -> keep("from", event.getValue()));
        until.addValueChangeListener(event -> keep("until", event.getValue()));
        actor.setClearButtonVisible(true);
        action.setClearButtonVisible(true);
        Stream.of(from, until)
                .forEach(day -> day.setI18n(new DatePicker.DatePickerI18n()
                        .setBadInputErrorMessage("This is no date, so nothing is narrowed by it.")));
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
    }

    private void keep(String name, @Nullable Object value) {
        state.set(name, value);
        changed.run();
    }

    private static String label(Actor actor) {
        return PersonDisplay.realName(actor)
                .map(name -> name + " · " + actor.name())
                .orElse(actor.name());
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(TimeDisplay.zone()).toInstant();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static @Nullable LocalDate date(String value) {
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
