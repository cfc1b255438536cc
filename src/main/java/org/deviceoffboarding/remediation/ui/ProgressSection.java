package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestProgress;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** How far a request is: its devices by state, and how long it still takes. Brought up to date in place. */
class ProgressSection extends Composite<Section> {

    private final Paragraph sentence = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Div problem = new Div();
    private final UnorderedList states = new UnorderedList();

    ProgressSection() {
        sentence.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "Devices handled");
        bar.addClassName("request-progress");
        problem.addClassNames("notice", "notice-attention");
        problem.getElement().setAttribute("role", "status");
        states.addClassNames("plain-list", "state-counts");
        getContent().add(sentence, bar, problem, states);
    }

    @Override
    protected Section initContent() {
        return new Section("Progress");
    }

    void show(ChangeRequest request, RequestProgress progress) {
        long total = Math.max(1, progress.total());
        sentence.setText(sentence(request, progress));
        bar.setValue((double) progress.handled() / total);
        boolean waitsForGraph = request.status() == RequestStatus.RUNNING && request.problem() != null;
        problem.setVisible(waitsForGraph);
        problem.setText(waitsForGraph ? String.valueOf(request.problem()) : "");
        states.removeAll();
        for (DeviceState state : DeviceState.values()) {
            if (progress.count(state) > 0) {
                states.add(line(request, state, progress.count(state)));
            }
        }
    }

    private static ListItem line(ChangeRequest request, DeviceState state, long count) {
        Span number = new Span(Amounts.number(count));
        number.addClassNames("number", "factor-count");
        Span meaning = new Span(RequestSentences.meaning(request.action(), state));
        meaning.addClassName("dim");
        return new ListItem(number, DeviceStatePill.of(state), meaning);
    }

    private static String sentence(ChangeRequest request, RequestProgress progress) {
        long dropped = progress.count(DeviceState.DROPPED);
        String handled = Amounts.number(progress.handled()) + " of " + Amounts.devices(progress.total())
                + " handled"
                + (dropped == 0 ? "." : "; " + Amounts.number(dropped) + " dropped, to which nothing was done.");
        return switch (request.status()) {
            case RUNNING -> handled + " " + goesOn(progress);
            case BLOCKED -> handled + " It does not go on by itself.";
            default -> handled;
        };
    }

    private static String goesOn(RequestProgress progress) {
        Duration left = progress.timeLeft();
        if (left != null && left.toSeconds() == 0) {
            return "It goes on if you close this page.";
        }
        if (left != null) {
            return "At least " + TimeDisplay.duration(left)
                    + " until the last one is sent, within Microsoft's limits. It goes on if you close this page.";
        }
        long open = progress.count(DeviceState.SENT) + progress.count(DeviceState.ACCEPTED);
        return open == 0
                ? "It is about to end."
                : "Nothing is left to send; " + Amounts.devices(open) + (open == 1 ? " is" : " are")
                        + " still to be read back, for an hour at the most.";
    }
}
