package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.AgentFeaturesChanged;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.agent.setup.ReadinessService;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.work.LongWork;

/** Which permissions and roles the agent has, when that was found out, a button that finds it out again, and how to grant what lacks. */
class ReadinessPanel extends Div {

    private final transient ReadinessService readiness;
    private final transient Clock clock;
    private final Div found = new Div();
    private final Button check = new Button("Check now", event -> check());
    private final LongWork work = new LongWork();

    ReadinessPanel(ReadinessService readiness, OpenPages openPages, Clock clock) {
        this.readiness = readiness;
        this.clock = clock;
        addClassName("stack");
        found.addClassName("stack");
        check.setDisableOnClick(true);
        add(found, new Div(check), work, grantAll()); // no wider than its words
        show();
        openPages.follow(this, AgentFeaturesChanged.class, this::show);
    }

    private void show() {
        found.removeAll();
        Span when = readiness
                .checkedAt()
                .map(at -> new Span(
                        new Span("Each was tried by a call of its own, "), TimeDisplay.span(at, clock.instant())))
                .orElseGet(() -> new Span("Nobody has tried yet what works."));
        when.addClassName("dim");
        found.add(when, new Readiness(readiness.lines(), true));
    }

    private Div grantAll() {
        Div all = new Div(
                new Paragraph(
                        "An administrator who may consent for the tenant grants at this address at once all permissions that the"
                                + " portal's app registration lists:"),
                IdDisplay.text("Address for admin consent", readiness.consentAddress()));
        all.addClassName("stack");
        return all;
    }

    /** Beside the page: Microsoft may take its time. */
    private void check() {
        work.find(
                "Asking Microsoft.",
                LongWork.FEW + 1,
                progress -> {
                    readiness.checkNow();
                    return true;
                },
                this::tell);
    }

    private void tell(Supplier<Boolean> outcome) {
        check.setEnabled(true);
        try {
            if (outcome.get()) {
                Notices.info("Each was tried.");
            }
        } catch (AgentMissingException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
        show();
    }
}
