package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.remediation.query.Risk;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** What speaks for care with a request, beside the buttons that decide about it: numbers, and in words what is unusual. */
class RiskSection extends Composite<Section> {

    /** What is known of a device gets old. */
    private static final Duration OLD = Duration.ofHours(24);

    @Override
    protected Section initContent() {
        return new Section("Risk");
    }

    void show(ChangeRequest request, Risk risk) {
        Div numbers = new Div();
        numbers.addClassName("tiles");
        numbers.add(new Tile("Devices", Amounts.number(risk.devices()), share(risk)));
        numbers.add(new Tile(
                "Final",
                Amounts.number(risk.finalOnes()),
                risk.finalOnes() == 0 ? "all can be taken back" : "cannot be restored by anybody"));
        if (request.action().takesAway()) {
            numbers.add(new Tile("Keys missing", Amounts.number(risk.keysMissing()), "not kept in Entra"));
            numbers.add(new Tile("Keys not known", Amounts.number(risk.keysNotKnown()), "of Windows devices"));
            numbers.add(evidence(request, risk));
            numbers.add(new Tile(
                    "Approved in 24 hours",
                    Amounts.number(risk.actedOnInADay()),
                    "besides these, of " + Amounts.number(risk.perDay()) + " a day"));
        }
        getContent().removeAll();
        getContent().add(numbers, kindsLine(risk), warnings(request, risk));
    }

    private static String share(Risk risk) {
        return risk.tenantDevices() == 0
                ? "share of the tenant not known"
                : Amounts.percent(risk.share()) + " of " + Amounts.number(risk.tenantDevices()) + " in the tenant";
    }

    private static Tile evidence(ChangeRequest request, Risk risk) {
        Duration age = risk.evidenceAge();
        return new Tile(
                "Age of the evidence",
                age == null ? "–" : age.toMinutes() == 0 ? "0 min" : Amounts.roughly(age),
                request.runId() == null ? "no run" : "since run " + request.runId() + " read the tenant");
    }

    private static Span kindsLine(Risk risk) {
        Span kinds = new Span("Kinds: " + kinds(risk) + ".");
        kinds.addClassName("risk-kinds");
        return kinds;
    }

    /** Returns such as "9 Ordinary, 3 Windows Autopilot". */
    static String kinds(Risk risk) {
        return risk.kinds().entrySet().stream()
                .sorted(Map.Entry.<Kind, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(kind ->
                        Amounts.number(kind.getValue()) + " " + kind.getKey().label())
                .collect(Collectors.joining(", "));
    }

    /** Returns in words what somebody who decides should think about first; empty where there is nothing. */
    static Div warnings(ChangeRequest request, Risk risk) {
        Div warnings = new Div();
        warnings.addClassName("risk-warnings");
        if (risk.finalOnes() > 0) {
            warnings.add(Callout.bad(RequestSentences.undo(request, risk)));
        }
        if (risk.takenOver() > 0) {
            warnings.add(Callout.attention("Somebody else has disabled " + Amounts.devices(risk.takenOver())
                    + " of them already: nothing is sent for "
                    + (risk.takenOver() == 1
                            ? "it, and its grace period begins."
                            : "them, and their grace period begins.")));
        }
        if (request.action().takesAway()) {
            cap(warnings, risk);
            if (!risk.stepsMissing().isEmpty()) {
                warnings.add(Callout.attention(RequestSentences.stepsMissing(request.action(), risk.stepsMissing())));
            }
            keys(warnings, risk);
            evidence(warnings, risk);
        }
        return warnings;
    }

    private static void cap(Div warnings, Risk risk) {
        if (risk.overCap()) {
            warnings.add(Callout.bad(
                    "It cannot be approved now: with it " + Amounts.devices(risk.actedOnInADay() + risk.devices())
                            + " would be disabled or deleted within 24 hours, and " + Amounts.number(risk.perDay())
                            + " may be. Approve it later, or ask an owner to raise the cap under Settings."));
        }
    }

    private static void keys(Div warnings, Risk risk) {
        if (risk.keysMissing() > 0) {
            warnings.add(Callout.attention("For " + Amounts.devices(risk.keysMissing())
                    + " Entra keeps no BitLocker key or no LAPS password: their data may be out of reach afterwards."));
        }
        if (risk.keysNotKnown() > 0) {
            warnings.add(Callout.attention("For " + Amounts.devices(risk.keysNotKnown())
                    + " it is not known whether Entra keeps the keys. They can be checked on the suggestion."));
        }
    }

    private static void evidence(Div warnings, Risk risk) {
        Duration age = risk.evidenceAge();
        if (age != null && age.compareTo(OLD) > 0) {
            warnings.add(Callout.attention("The evidence is older than a day: the tenant was read "
                    + Amounts.roughly(age) + " ago. To be sure, reject it, run again, and let it be asked for anew."));
        }
        if (risk.newerRun()) {
            warnings.add(Callout.attention(
                    "A newer run has a result by now, which may no longer flag these devices. Those that are no longer flagged"
                            + " are left alone."));
        }
    }
}
