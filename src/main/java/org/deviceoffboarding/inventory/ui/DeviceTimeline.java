package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.inventory.DeviceService;

/** Everything on record about a device, from all features, the newest first. */
@org.springframework.stereotype.Component
class DeviceTimeline {

    /** More are behind a click, so that the page stays short. */
    private static final int AT_ONCE = 25;

    private final DeviceService devices;
    private final List<DeviceHistory> histories;
    private final Clock clock;

    DeviceTimeline(DeviceService devices, List<DeviceHistory> histories, Clock clock) {
        this.devices = devices;
        this.histories = histories;
        this.clock = clock;
    }

    /** Returns after which news it may be longer. */
    Stream<Class<? extends PageNews>> changedBy() {
        return histories.stream().flatMap(history -> history.changedBy().stream());
    }

    /** Returns what is on record; nothing where that is nothing. */
    Optional<Section> section(UUID objectId) {
        List<DeviceMoment> moments = moments(objectId);
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        Section section = new Section("On record", list(moments.stream().limit(AT_ONCE)));
        if (moments.size() > AT_ONCE) {
            section.add(new NativeDetails(
                    "Show " + (moments.size() - AT_ONCE) + " earlier",
                    list(moments.stream().skip(AT_ONCE))));
        }
        section.add(export(objectId));
        return Optional.of(section);
    }

    List<DeviceMoment> moments(UUID objectId) {
        var device = devices.get(objectId).orElse(null);
        return histories.stream()
                .flatMap(history -> history.of(objectId, device).stream())
                .sorted(Comparator.comparing(DeviceMoment::at).reversed())
                .toList();
    }

    private OrderedList list(Stream<DeviceMoment> moments) {
        OrderedList list = new OrderedList();
        list.addClassNames("plain-list", "timeline");
        moments.forEach(moment -> list.add(line(moment)));
        return list;
    }

    private ListItem line(DeviceMoment moment) {
        Div what = new Div(new LongText(moment.what(), "entry"));
        DeviceMoment.About about = moment.about();
        if (about != null) {
            what.add(new Span(" "), new Anchor(about.address(), about.text()));
        }
        what.addClassName("wrap");
        if (!moment.who().isBlank()) {
            Span who = new Span(moment.who());
            who.addClassName("dim");
            what.add(new Div(who));
        }
        return new ListItem(TimeDisplay.span(moment.at(), clock.instant()), what);
    }

    private Component export(UUID objectId) {
        return CsvDownload.ofAll(() -> moments(objectId))
                .column("When (UTC)", DeviceMoment::at)
                .column("What", DeviceMoment::what)
                .column("Who", DeviceMoment::who)
                .column(
                        "About",
                        moment -> moment.about() == null ? null : moment.about().text())
                .link("device-" + objectId + ".csv");
    }
}
