package org.deviceoffboarding.remediation.ui.request;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestStatus;

/** How a request looks in a table. */
public final class RequestLines {

    private RequestLines() {}

    /** Returns what it asks for, linked to its page, with its number, where it was asked from, and by whom. */
    public static Component what(ChangeRequest request) {
        Span number = new Span("Request " + request.id());
        number.addClassName("dim");
        Span more = new Span(request.source() + " · asked by " + PersonDisplay.name(request.requestedBy()));
        more.addClassNames("dim", "second-line");
        Div lines = new Div(RequestLink.of(request.id(), request.title()), number, more);
        lines.addClassName("two-lines");
        return lines;
    }

    /** Returns where it was asked from, with the reason in the tooltip. */
    public static Component source(ChangeRequest request) {
        Span source = wrapped(request.source());
        source.setTitle("Reason: " + request.reason());
        return source;
    }

    /** Returns how long a request can still be decided about, with the exact time in the tooltip; empty where it can't. */
    public static Span expiresIn(ChangeRequest request, Instant now) {
        if (request.status() != RequestStatus.WAITING) {
            return new Span();
        }
        Span left = TimeDisplay.span(request.expiresAt(), now);
        Duration span = Duration.between(now, request.expiresAt());
        left.setText(span.isPositive() ? Amounts.roughly(span) : "now");
        return left;
    }

    /** Returns a text that may take several lines of a cell. */
    public static Span wrapped(String text) {
        Span wrapped = new Span(text);
        wrapped.addClassName("wrap");
        return wrapped;
    }
}
