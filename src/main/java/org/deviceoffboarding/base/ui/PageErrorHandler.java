package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.base.PutRightFirstException;
import org.deviceoffboarding.base.RolesUnconfirmedException;
import org.deviceoffboarding.base.database.PageWork;
import org.deviceoffboarding.base.database.PassingFaults;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** Answers what no view explains: a sentence with a reference for the person, the cause with the same reference in the log. */
@org.springframework.stereotype.Component
public class PageErrorHandler implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(PageErrorHandler.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(this::handle));
    }

    private void handle(ErrorEvent event) {
        if (VaadinRequest.getCurrent() == null && PassingFaults.arePassing(event.getThrowable())) {
            // Nobody did anything; what the page shows by itself it shows again once the database is back.
            log.atWarn().log("A page could not be brought up to date: the database is away, or busy");
            return;
        }
        String sentence = sentence(event.getThrowable(), PageWork.hasChangedNothing());
        event.getComponent().ifPresent(PageErrorHandler::enableAgain);
        UI ui = UI.getCurrent();
        if (ui != null) {
            tell(ui, sentence);
        }
    }

    /** Whoever left the page meanwhile reads nothing of it. */
    static void tell(UI page, String sentence) {
        page.accessLater(() -> Notices.problem(sentence), () -> {}).run();
    }

    /** A button that took itself out of use with the click would keep whoever was refused from trying again. */
    private static void enableAgain(Component clicked) {
        if (clicked instanceof Button button && button.isDisableOnClick()) {
            button.setEnabled(true);
        }
    }

    /**
     * Returns what a person reads of a fault, and puts what nobody could foresee into the log.
     *
     * @param nothingChanged whether it is known that nothing was stored
     */
    public static String sentence(Throwable fault, boolean nothingChanged) {
        String became = whatBecameOfIt(nothingChanged);
        return switch (fault) {
            case RolesUnconfirmedException unconfirmed -> String.valueOf(unconfirmed.getMessage());
            case AccessDeniedException refused ->
                "You may not do this. Your role may have changed: sign out and in again, or ask an owner.";
            case AuthenticationException signedOut -> "You are signed out. " + became + " Sign in again.";
            default -> sentence(fault, log(fault), became);
        };
    }

    /** Returns what a person reads of a fault that is in the log under a reference. */
    static String sentence(Throwable fault, String reference) {
        return sentence(fault, reference, whatBecameOfIt(PageWork.hasChangedNothing()));
    }

    private static String sentence(Throwable fault, String reference, String became) {
        PutRightFirstException foreseen = foreseen(fault);
        if (foreseen != null) {
            return foreseen.getMessage() + " " + became;
        }
        if (PassingFaults.areOfConnection(fault)) {
            return "The portal's database is away at the moment. " + became + " Try again in a minute.";
        }
        return PassingFaults.arePassing(fault)
                ? "The portal's database was busy with what somebody else does. " + became + " Try again."
                : "Something went wrong in the portal. " + became
                        + " Try again; if it happens again, whoever runs"
                        + " the portal finds the cause in its log under the reference " + reference + ".";
    }

    private static @Nullable PutRightFirstException foreseen(Throwable fault) {
        return Stream.iterate((@Nullable Throwable) fault, Objects::nonNull, Throwable::getCause)
                .filter(PutRightFirstException.class::isInstance)
                .map(PutRightFirstException.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Logs a fault and returns the reference under which it stands in the log. */
    static String log(Throwable fault) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        PutRightFirstException foreseen = foreseen(fault);
        if (foreseen != null) { // says all that there is to know
            log.atWarn().addKeyValue("reference", reference).log("{}", foreseen.getMessage());
            return reference;
        }
        log.atError()
                .setCause(fault)
                .addKeyValue("reference", reference)
                .log("A page met a fault, reference {}", reference);
        return reference;
    }

    /** Says no more than is known. */
    private static String whatBecameOfIt(boolean nothingChanged) {
        return nothingChanged
                ? "Nothing was changed by this."
                : "Part of it may have been done: load the page again, which shows how things are now.";
    }
}
