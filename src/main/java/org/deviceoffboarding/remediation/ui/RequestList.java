package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;
import org.jspecify.annotations.Nullable;

/** Requests below each other: what each is, who asked for it and why, and where it stands. */
class RequestList extends UnorderedList {

    private final transient Function<Line, Component> state;
    private final transient Clock clock;
    private transient List<Line> shown = List.of();

    /** @param state makes what says where a request, or its one device, stands */
    RequestList(Function<Line, Component> state, Clock clock) {
        this.state = state;
        this.clock = clock;
        addClassNames("plain-list", "request-list");
    }

    /** Shows these; what is the same as before stays as it is, with its focus. */
    void show(List<Line> lines) {
        if (!lines.equals(shown)) {
            shown = List.copyOf(lines);
            removeAll();
            lines.forEach(line -> add(item(line)));
        }
    }

    /** Adds the columns to all of a list of requests that is longer than what is shown of it. */
    static WholeList<ChangeRequest> whole(WholeList<ChangeRequest> list) {
        return list.column("Request", ChangeRequest::id)
                .column("What", ChangeRequest::title)
                .column("Status", request -> request.status().label())
                .column("Reason", ChangeRequest::reason)
                .column("Asked by", request -> PersonDisplay.name(request.requestedBy()))
                .column("Asked (UTC)", ChangeRequest::requestedAt);
    }

    private ListItem item(Line line) {
        ChangeRequest request = line.request();
        Span who = new Span(
                new Span("Request " + request.id() + ", asked for by " + PersonDisplay.name(request.requestedBy())
                        + " "),
                TimeDisplay.span(request.requestedAt(), clock.instant()),
                new Span(":"));
        who.addClassNames("dim", "wrap");
        Div lines =
                new Div(RequestLink.of(request.id(), request.title()), who, new LongText(request.reason(), "reason"));
        lines.addClassName("two-lines");
        if (line.device() != null) {
            Span became = new Span(became(request, line.device()));
            became.addClassName("wrap");
            lines.add(became);
        }
        return new ListItem(lines, state.apply(line));
    }

    private static String became(ChangeRequest request, RequestedDevice device) {
        return device.detail().isBlank() ? RequestSentences.meaning(request.action(), device.state()) : device.detail();
    }

    /**
     * One request.
     *
     * @param device the one of its devices that this is about; null if it is about all
     */
    record Line(ChangeRequest request, @Nullable RequestedDevice device) {}
}
