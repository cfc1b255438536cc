package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionState;
import org.deviceoffboarding.inventory.ui.DeviceLink;

/** How an exception looks in a table. */
final class ExceptionLines {

    private ExceptionLines() {}

    static Component what(DeviceException exception) {
        String name = DeviceLink.named(exception.name());
        Component title = exception.kind() == ExceptionKind.DEVICE
                ? DeviceLink.of(UUID.fromString(exception.target()), name)
                : new Span(name);
        LongText reason = new LongText(exception.kind().label() + " · " + exception.reason(), "reason");
        reason.addClassNames("dim", "second-line");
        Div both = new Div(title);
        if (exception.kind() != ExceptionKind.NAME_PATTERN) {
            both.add(IdDisplay.shortened(UUID.fromString(exception.target())));
        }
        both.add(reason);
        both.addClassName("two-lines");
        return both;
    }

    static Component state(DeviceException exception, Instant now) {
        ExceptionState state = exception.state(now);
        Div states = new Div(state == ExceptionState.IN_FORCE ? Pill.good(state.label()) : Pill.neutral(state.label()));
        if (exception.legalHold()) {
            states.add(Pill.neutral("Legal hold"));
        }
        if (exception.lift() != null) {
            states.getElement()
                    .setAttribute(
                            "title",
                            "Lifted by " + exception.lift().byName() + ": "
                                    + exception.lift().reason());
        }
        states.addClassName("pills");
        return states;
    }

    static String lastDay(DeviceException exception) {
        return exception.endsOn() == null ? "no end" : TimeDisplay.day(exception.endsOn());
    }

    static Span wrapped(String text) {
        Span wrapped = new Span(text);
        wrapped.addClassName("wrap");
        wrapped.setTitle(text);
        return wrapped;
    }
}
