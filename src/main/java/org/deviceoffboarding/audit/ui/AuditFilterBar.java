package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.jspecify.annotations.Nullable;

/** The filters of the audit log; all of them are in the page's address. */
class AuditFilterBar extends FilterBar {

    /** Fewer characters are no search: too much begins so. */
    private static final int SHORTEST = 3;

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final ComboBox<Actor> actor = new ComboBox<>("Person");
    private final Select<String> kind;
    private final ComboBox<String> action = new ComboBox<>("Action");
    private final TextField device = new TextField("Device");
    private final TextField subject = new TextField("About");
    private final Select<AuditResult> result;
    private final TimeFilter from = new TimeFilter("From", LocalTime.MIN);
    private final TimeFilter until = new TimeFilter("Until", LAST_MINUTE);

    private final TableState state;
    private final Runnable changed;

    AuditFilterBar(TableState state, List<Actor> actors, List<String> actions, ActionLabels labels, Runnable changed) {
        super(state, changed);
        this.state = state;
        this.changed = changed;
        TextField text = filters().search("Words, names or IDs, from 3 characters");
        searchFrom(SHORTEST);
        kind = filters()
                .choice(
                        "Kind",
                        "kind",
                        withAsked(
                                actions.stream()
                                        .map(ActionLabels::kind)
                                        .distinct()
                                        .toList(),
                                state.get("kind"),
                                labels::isKind),
                        each -> each,
                        labels::ofKind);
        result = filters().choice("Result", "result", AuditResult.class, AuditResult::label);
        fillPeople(actors);
        fillActions(actions, labels);
        fill(device, "device", "ID or name");
        fill(subject, "about", "");
        subject.setVisible(!subject.isEmpty());
        subject.addValueChangeListener(
                event -> subject.setVisible(!event.getValue().isEmpty()));
        fill(from, "from");
        fill(until, "until");
        show(text, actor, kind, action, result, device, from, until, subject);
    }

    AuditFilter value() {
        return new AuditFilter(
                searched(),
                actor.getValue() == null ? null : actor.getValue().id(),
                kind.getValue() == null ? "" : kind.getValue(),
                action.getValue(),
                result.getValue(),
                device.getValue(),
                subject.getValue(),
                from.begin(),
                until.end());
    }

    private void fillPeople(List<Actor> actors) {
        actor.setItems(actors.stream()
                .sorted(Comparator.comparing(PersonDisplay::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
        actor.setItemLabelGenerator(AuditFilterBar::label);
        actors.stream()
                .filter(each -> each.id().equals(state.get("person")))
                .findFirst()
                .ifPresentOrElse(actor::setValue, () -> misunderstand("person", "Person"));
        actor.setClearButtonVisible(true);
        actor.addValueChangeListener(event -> keep(
                "person", event.getValue() == null ? null : event.getValue().id()));
    }

    /** What an address asks for and there can be is found, also where there is none of it yet. */
    private static List<String> withAsked(List<String> used, String asked, Predicate<String> known) {
        return used.contains(asked) || !known.test(asked)
                ? used
                : Stream.concat(used.stream(), Stream.of(asked)).toList();
    }

    private void misunderstand(String name, String label) {
        if (!state.get(name).isEmpty()) {
            state.misunderstand(name, label);
        }
    }

    private void fillActions(List<String> used, ActionLabels labels) {
        List<String> actions = withAsked(used, state.get("action"), labels::isKnown);
        action.setItems(
                (each, typed) -> contains(labels.label(each), typed) || contains(each, typed),
                actions.stream().sorted(Comparator.comparing(labels::label)).toList());
        action.setItemLabelGenerator(labels::label);
        if (actions.contains(state.get("action"))) {
            action.setValue(state.get("action"));
        } else {
            misunderstand("action", "Action");
        }
        action.setClearButtonVisible(true);
        action.addValueChangeListener(event -> keep("action", event.getValue()));
    }

    private void fill(TextField field, String name, String placeholder) {
        field.setValue(state.get(name));
        field.setPlaceholder(placeholder);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(event -> keep(name, event.getValue()));
    }

    private void fill(TimeFilter field, String name) {
        field.show(state.get(name));
        if (field.isEmpty()) {
            misunderstand(name, field.getLabel());
        }
        field.addValueChangeListener(event -> keep(name, field.written()));
    }

    private void keep(String name, @Nullable Object value) {
        state.set(name, value);
        changed.run();
    }

    private static boolean contains(String label, String typed) {
        return label.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
    }

    private static String label(Actor actor) {
        return PersonDisplay.realName(actor)
                .map(name -> name + " · " + actor.name())
                .orElse(actor.name());
    }
}
