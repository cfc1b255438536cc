package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.Filters;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.TimesInText;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FoundDevice;
import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.inventory.ui.DeviceSelection;
import org.deviceoffboarding.inventory.ui.MatchingDevices;
import org.deviceoffboarding.inventory.ui.NotedDevices;
import org.deviceoffboarding.inventory.ui.RestrictedRows;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.keys.ui.KeysChangedEvent;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionExports;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.jspecify.annotations.Nullable;

/** The devices of a suggestion, each with why it is flagged. */
class SuggestedDevices extends Composite<Section> {

    private final transient SuggestionService suggestions;
    private final transient SuggestionExports exports;
    private final transient SuggestedKeys keys;
    private final transient NotedDevices<Finding> notes;
    private final transient Supplier<RestrictedRows<Finding>> restrictions;
    private final transient RestrictedRows<Finding> restricted;
    private final transient Clock clock;
    private final Suggestion suggestion;
    private final TextField search;
    private final Grid<Finding> rows = new Grid<>();
    private final ListTools tools;

    SuggestedDevices(
            Suggestion suggestion,
            TableState state,
            SuggestionService suggestions,
            SuggestionExports exports,
            List<DeviceBulkAction> actions,
            SuggestedKeys keys,
            NotedDevices<Finding> notes,
            Supplier<RestrictedRows<Finding>> restrictions,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        this.suggestion = suggestion;
        this.suggestions = suggestions;
        this.exports = exports;
        this.keys = keys;
        this.notes = notes;
        this.restrictions = restrictions;
        this.restricted = restrictions.get();
        this.clock = clock;
        search = new Filters(state, this::refresh).search("Name, serial number, user or ID");
        tools = lists.of("suggested-devices", "device", "devices", rows, addColumns());
        tools.show(export());
        tools.fill(
                rows,
                page -> restricted.readFor(
                        notes.readFor(keys.readFor(suggestions.devices(suggestion.id(), search.getValue(), page)))),
                () -> suggestions.roughlyDevices(suggestion.id(), search.getValue()),
                () -> suggestions.countDevices(suggestion.id(), search.getValue()));
        state.keepSortOf(rows);
        Div filters = new Div(search);
        filters.addClassName("filters");
        getContent().add(filters, tools, selection(actions, openPages), rows);
    }

    private Component selection(List<DeviceBulkAction> actions, OpenPages openPages) {
        return new DeviceSelection<>(
                rows,
                row -> new SelectedDevice(row.objectId(), row.name()),
                new MatchingDevices(() -> matching(search.getValue()), suggestions::result),
                actions,
                openPages);
    }

    private IntFunction<List<UUID>> matching(String text) {
        return most -> suggestions.foundDevices(suggestion.id(), text, most).stream()
                .map(FoundDevice::objectId)
                .toList();
    }

    /** Shows the devices as they are now. */
    void refresh() {
        rows.getDataProvider().refreshAll();
    }

    @Override
    protected Section initContent() {
        return new Section("Devices");
    }

    private ListColumns<Finding> addColumns() {
        rows.addComponentColumn(SuggestedDevices::device)
                .setHeader("Device")
                .setKey("name")
                .setSortProperty("name");
        rows.addComponentColumn(row -> mono(Objects.requireNonNullElse(row.serialNumber(), "–")))
                .setHeader("Serial number")
                .setKey("serialNumber")
                .setSortProperty("serialNumber")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> wrapped(row.person()))
                .setHeader("User")
                .setKey("user")
                .setSortProperty("user")
                .setWidth("160px")
                .setFlexGrow(2);
        rows.addComponentColumn(SuggestedDevices::why)
                .setHeader("Why")
                .setKey("why")
                .setSortProperty("why")
                .setWidth("170px")
                .setFlexGrow(4);
        rows.addComponentColumn(row -> TimeDisplay.span(row.lastSignIn(), clock.instant()))
                .setHeader("Entra activity")
                .setKey("lastSignIn")
                .setSortProperty("lastSignIn")
                .setFlexGrow(0);
        if (suggestion.platform() == Platform.WINDOWS) {
            rows.addComponentColumn(keys::known)
                    .setHeader("Keys in Entra")
                    .setKey("keys")
                    .setWidth("130px")
                    .setFlexGrow(0);
            KeysChangedEvent.follow(rows, () -> rows.getDataProvider().refreshAll());
        }
        var state = rows.addComponentColumn(this::states)
                .setHeader("State")
                .setKey("state")
                .setSortProperty("enabled")
                .setWidth("150px")
                .setFlexGrow(0);
        var units = restricted.addColumn(rows);
        rows.setEmptyStateComponent(new EmptyState("No device matches", "Clear the search."));
        rows.setPageSize(50);
        rows.addClassName("devices-in-suggestion");
        return ListColumns.of(rows).alsoWhenNarrow(state).hiddenAtFirst(units);
    }

    private Component export() {
        RestrictedRows<Finding> units = restrictions.get();
        CsvDownload<Finding> taken = CsvDownload.of(
                        () -> exports.devices(suggestion.id(), search.getValue(), GridOrder.of(rows)),
                        exports::devices,
                        units::readFor)
                .asOf(RowsAsOf.ONE_RUN)
                .column("Device", Finding::name)
                .column("Entra object ID", Finding::objectId)
                .column("Entra device ID", Finding::deviceId)
                .column("Intune ID", Finding::intuneId)
                .column("Serial number", Finding::serialNumber)
                .column("User", Finding::user)
                .column("Registered owner", Finding::registeredOwner)
                .column("Situation", row -> row.situation().label())
                .column("Kind", row -> row.kind().label())
                .column("Why", row -> String.join(" ", row.evidence()))
                .column("Enabled", row -> row.present() ? row.enabled() : null)
                .column("State", FindingState::words)
                .column("Entra activity (UTC)", Finding::lastSignIn)
                .column("Confirmed by key (UTC)", Finding::confirmedAt);
        return units.addTo(taken).link("suggestion-" + suggestion.id() + "-devices.csv");
    }

    private static Component device(Finding row) {
        Anchor name = DeviceLink.of(row.objectId(), row.name());
        Span evidence = why(row);
        evidence.addClassNames("dim", "second-line");
        Div both = new Div(name, IdDisplay.shortened(row.objectId()), evidence);
        both.addClassName("two-lines");
        return both;
    }

    private static Span wrapped(@Nullable String text) {
        Span wrapped = new Span(text == null ? "" : text);
        wrapped.addClassName("wrap");
        return wrapped;
    }

    private static Span why(Finding row) {
        Span why = wrapped(
                row.evidence().isEmpty() ? "" : TimesInText.local(row.evidence().getFirst()));
        why.setTitle(String.join("\n", row.evidence()));
        return why;
    }

    private Component states(Finding row) {
        Div states = new Div(FindingState.pill(row));
        notes.addTo(states, row);
        states.addClassName("pills");
        return states;
    }

    private static Component mono(String text) {
        Code code = new Code(text);
        code.addClassName("mono");
        return code;
    }
}
