package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.ui.RunLink;
import org.deviceoffboarding.remediation.query.Risk;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.ChangeRequest.Decision;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;
import org.deviceoffboarding.suggestion.ui.SuggestionLink;

/** What was asked for, why and from where, and what was decided. */
class AskedForSection extends Section {

    AskedForSection(ChangeRequest request, Risk risk, Instant now) {
        super("What was asked for");
        Facts facts = new Facts()
                .with(
                        "Action",
                        request.action().label() + ". " + request.action().meaning())
                .with("Undo", RequestSentences.undo(request, risk))
                .with("Devices", Amounts.devices(request.devices()))
                .with("Reason", request.reason())
                .with("Source", source(request));
        if (request.runId() != null) {
            facts.with("Flagged by", RunLink.of(request.runId()));
        }
        facts.with("Asked by", PersonDisplay.of(request.requestedBy()))
                .with("Asked", TimeDisplay.span(request.requestedAt(), now));
        if (request.status() == RequestStatus.WAITING) {
            facts.with("Expires", TimeDisplay.span(request.expiresAt(), now));
        }
        decision(facts, request, now);
        if (request.finishedAt() != null) {
            facts.with("Ended", TimeDisplay.span(request.finishedAt(), now));
        }
        add(facts);
    }

    private static void decision(Facts facts, ChangeRequest request, Instant now) {
        Decision decision = request.decision();
        if (!request.needsApproval()) {
            facts.with("Approval", "None: so few devices need no second person, as an owner decided.");
        }
        if (decision == null) {
            return;
        }
        boolean rejected = request.status() == RequestStatus.REJECTED;
        if (request.needsApproval()) {
            facts.with(rejected ? "Rejected by" : "Approved by", PersonDisplay.of(decision.by()))
                    .with(rejected ? "Rejected" : "Approved", TimeDisplay.span(decision.at(), now))
                    .with("Note", decision.note());
        }
        if (!rejected) {
            facts.with("Carried out as", PersonDisplay.of(decision.by()));
        }
    }

    private static Component source(ChangeRequest request) {
        return request.suggestionId() == null
                ? new Span(request.source())
                : SuggestionLink.of(request.suggestionId(), request.source());
    }
}
