package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.remediation.asking.Preview;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.recheck.RestrictedCount;
import org.deviceoffboarding.remediation.request.KeyCount;

/** What an action on some devices would mean, before it is asked for. */
class PreviewPanel extends Div {

    private static final String AGENT_AWAITED =
            "No agent is set up. You can ask for this, and it can be approved once there is one.";

    private static final int NAMED_UNITS = 5;

    /** @param until when what begins without approval does; nothing where that is at once */
    PreviewPanel(Preview preview, RequestSubmissionService service, Optional<String> until) {
        addClassName("stack");
        if (!preview.hindrance().isEmpty()) {
            add(Callout.bad(preview.hindrance()).saidAs("alert"));
        }
        if (preview.objectIds().isEmpty()) {
            add(Callout.attention(nothing(preview)).saidAs("alert"));
        } else {
            add(new Paragraph(preview.action().meaning()));
            long coManaged = preview.tally().kinds().getOrDefault(Kind.CO_MANAGED, 0L);
            if (preview.action().takesAway() && coManaged > 0) {
                add(Callout.attention(clientFirst(coManaged)).saidAs("alert"));
            }
            if (preview.agentAwaited() && preview.hindrance().isEmpty()) {
                add(Callout.attention(AGENT_AWAITED).saidAs("alert"));
            }
            add(facts(preview, until), new PreviewedDevices(preview, service));
        }
        if (!preview.refused().isEmpty()) {
            add(new RefusedDevices(preview.refused()));
        }
    }

    private static String clientFirst(long devices) {
        return "Configuration Manager manages " + Amounts.devices(devices)
                + " of these, too. Its client must be gone from "
                + (devices == 1 ? "it" : "them")
                + " first, then the record in Configuration Manager: a client that is still installed is discovered again, and"
                + " the record comes back.";
    }

    private static Facts facts(Preview preview, Optional<String> until) {
        Facts facts = new Facts()
                .with("Devices", Amounts.number(preview.objectIds().size()))
                .with("Kinds", kinds(preview))
                .with("Can it be undone?", undo(preview));
        if (preview.tally().takenOver() > 0) {
            facts.with("Disabled already", takenOver(preview.tally().takenOver()));
        }
        if (preview.action().takesAway() && preview.tally().windows() > 0) {
            facts.with("Recovery keys", keys(preview.tally().keys()));
        }
        if (preview.restricted().devices() > 0) {
            facts.with("Restricted in Entra", restricted(preview.restricted()));
        }
        return facts.with(
                "Approval",
                preview.needsApproval()
                        ? "Another person with the role Approver has to approve it within 3 days. It is then carried out with that"
                                + " person's identity in Entra"
                                + until.map(held -> ", " + held).orElse("") + "."
                        : "Not needed for so few devices: it is carried out "
                                + until.map(held -> "with your own identity in Entra " + held)
                                        .orElse("at once, with your own identity in Entra")
                                + ".");
    }

    private static String restricted(RestrictedCount restricted) {
        List<String> names = restricted.names();
        String units = names.isEmpty() || names.size() > NAMED_UNITS ? "" : " (" + String.join(", ", names) + ")";
        return Amounts.devices(restricted.devices()) + (restricted.devices() == 1 ? " is" : " are")
                + " in restricted administrative units" + units
                + ". Only who has a role that is assigned there may change such a device: whoever"
                + " approves has to say that theirs is.";
    }

    private static String kinds(Preview preview) {
        return preview.tally().kinds().entrySet().stream()
                .sorted(Map.Entry.<Kind, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(kind ->
                        Amounts.number(kind.getValue()) + " " + kind.getKey().label())
                .collect(Collectors.joining(", "));
    }

    private static String undo(Preview preview) {
        int all = preview.objectIds().size();
        if (preview.finalOnes() == 0) {
            return preview.action().undo();
        }
        return preview.finalOnes() == all
                ? "No. It is final."
                : "Not for " + Amounts.number(preview.finalOnes()) + " of them: there it is final. For the others: "
                        + preview.action().undo();
    }

    private static String takenOver(long devices) {
        return Amounts.devices(devices) + (devices == 1 ? ", by somebody else: it is" : ", by somebody else: they are")
                + " taken over. Nothing is sent; the grace period begins, and this portal never enables"
                + (devices == 1 ? " it." : " them.");
    }

    private static String keys(KeyCount keys) {
        if (keys.missing() == 0 && keys.notKnown() == 0) {
            return "Entra keeps those of all Windows devices.";
        }
        return (keys.missing() == 0
                        ? ""
                        : "Entra keeps no BitLocker key or no LAPS password for " + Amounts.devices(keys.missing())
                                + ". ")
                + (keys.notKnown() == 0
                        ? ""
                        : "Not known for " + Amounts.devices(keys.notKnown())
                                + ": check keys on the suggestion first to be sure.");
    }

    private static String nothing(Preview preview) {
        int picked = preview.refused().size();
        return (picked == 1 ? "The device" : "None of the " + Amounts.devices(picked))
                + (picked == 1 ? " cannot be " : " can be ") + preview.action().past() + ", for the "
                + (picked == 1 ? "reason below." : "reasons below.");
    }
}
