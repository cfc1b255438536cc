package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RequestRulesEffect;
import org.deviceoffboarding.remediation.approval.RequestRulesEffect.WaitingRequest;

/** What rules would change for requests, for people. */
final class RequestRulesLines {

    private final RequestRulesEffect effect;
    private final List<Component> lines = new ArrayList<>();

    private RequestRulesLines(RequestRulesEffect effect) {
        this.effect = effect;
    }

    static List<Component> of(RequestRulesEffect effect, RemediationRules wanted) {
        return new RequestRulesLines(effect).all(wanted);
    }

    private List<Component> all(RemediationRules wanted) {
        say("No device comes or goes by this: it says what may be done with those that are suggested.");
        open();
        long left = Math.max(0, wanted.perDay() - effect.usedOfTheDay());
        say("In the last 24 hours " + Amounts.count(effect.usedOfTheDay(), "device was", "devices were")
                + " approved to be disabled or deleted, so that " + Amounts.number(left) + " more could be now.");
        lastMonth();
        return lines;
    }

    private void open() {
        if (effect.waiting() > 0) {
            say(Amounts.count(effect.waiting(), "request waits", "requests wait")
                    + " for approval and would go on waiting, with the devices that were asked for.");
        }
        if (effect.underWay() > 0) {
            say(Amounts.count(effect.underWay(), "request that is", "requests that are")
                    + " approved would be carried out as approved.");
        }
        if (!effect.overTheDay().isEmpty()) {
            lines.add(Callout.attention(Amounts.count(effect.overTheDay().size(), "of these holds", "of these hold")
                    + " more devices than could be approved in 24 hours. Nobody could approve that any more."));
            lines.add(WholeList.of("Requests that nobody could approve", effect.overTheDay())
                    .column("Request", WaitingRequest::id)
                    .column("Devices", WaitingRequest::devices)
                    .column("Asked for by", WaitingRequest::requestedBy)
                    .needing(Capability.CHANGE_APPROVAL_RULES)
                    .button("Show which", "requests-over-the-cap.csv"));
        }
    }

    private void lastMonth() {
        if (effect.lastMonth() == 0) {
            return;
        }
        List<String> parts = new ArrayList<>();
        add(parts, effect.wouldWait(), "would have waited for approval and did not");
        add(parts, effect.wouldNotWait(), "would not have needed the approval that it waited for");
        add(parts, effect.tooLarge(), "would have been too large");
        say("Of the " + Amounts.count(effect.lastMonth(), "request", "requests") + " of the last 30 days "
                + (parts.isEmpty() ? "none would have gone another way." : String.join(", ", parts) + "."));
    }

    private static void add(List<String> parts, long requests, String words) {
        if (requests > 0) {
            parts.add(Amounts.number(requests) + " " + words);
        }
    }

    private void say(String sentence) {
        lines.add(new Paragraph(sentence));
    }
}
