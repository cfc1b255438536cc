package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.refused.RefusedEntry;
import org.deviceoffboarding.audit.refused.RefusedRows;
import org.deviceoffboarding.audit.seal.SealService;
import org.deviceoffboarding.audit.seal.SealState;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.jspecify.annotations.Nullable;

/** How far the log is sealed, what stands in the way, and the checkpoints to be taken away. */
class SealedSoFar extends Div {

    private final transient SealService seals;
    private final transient Clock clock;

    /** @param may whether the person may take the checkpoints away */
    SealedSoFar(SealService seals, boolean may, Clock clock) {
        this.seals = seals;
        this.clock = clock;
        addClassName("stack");
        SealState state = seals.state();
        Facts facts = new Facts()
                .with("Newest checkpoint", checkpoint(state.newest()))
                .with("Not sealed yet", unsealed(state));
        add(facts);
        say(state);
        if (may) {
            add(downloads());
        }
    }

    private void say(SealState state) {
        if (!state.obstacles().isEmpty()) {
            Callout callout = Callout.bad("Something is in the way of sealing, or where only the portal should be:")
                    .saidAs("alert");
            callout.add(new UnorderedList(
                    state.obstacles().stream().map(ListItem::new).toArray(ListItem[]::new)));
            add(callout);
        }
        say(state.refused());
        if (state.isLate(clock.instant())) {
            add(Callout.bad(
                            "Sealing does not go on, though entries wait for it: what they say could be altered meanwhile. The"
                                    + " portal's log says why; a whole verification may, too.")
                    .saidAs("alert"));
        }
        if (state.trouble() != null) {
            add(Callout.attention("Checkpoints are not copied out of the database: " + state.trouble()));
        }
    }

    private void say(RefusedRows refused) {
        if (refused.foreign() > 0) {
            add(named(
                    refused.foreign() == 1
                            ? "1 row of the log was stored by somebody other than the portal, or changed before it was sealed. It is never"
                                    + " sealed, and what stands there proves nothing:"
                            : Amounts.count(refused.foreign(), "row", "rows")
                                    + " of the log were stored by somebody other than the portal, or changed before they were sealed."
                                    + " They are never sealed, and what stands there proves nothing:",
                    refused.newest()));
        }
        if (refused.kept() > 0) {
            add(named(
                    refused.kept() == 1
                            ? "1 entry fits its hash, and somebody other than the portal keeps it from being sealed. It is not proved; find out"
                                    + " who noted it in audit_refused, and let an administrator take it out there and put it into"
                                    + " audit_unsealed:"
                            : Amounts.count(refused.kept(), "entry", "entries")
                                    + " fit their hashes, and somebody other than the portal keeps them from being sealed. They are not"
                                    + " proved; find out who noted them in audit_refused, and let an administrator take them out there and"
                                    + " put them into audit_unsealed:",
                    refused.newestKept()));
        }
        if (refused.unseen() > 0) {
            add(
                    Callout.attention(
                            refused.unseen() == 1
                                    ? "1 more row is not to be sealed, and was not looked at yet: open this page again."
                                    : Amounts.count(refused.unseen(), "more row", "more rows")
                                            + " are not to be sealed, and were not looked at yet: open this page again. Somebody may have added them."));
        }
    }

    private Component named(String sentence, List<RefusedEntry> rows) {
        Callout callout = Callout.bad(sentence);
        callout.add(new UnorderedList(rows.stream()
                .map(row -> new ListItem(
                        new Anchor(AuditLink.entry("id-" + row.id()), "Row " + row.id()),
                        new Span(" of "),
                        TimeDisplay.span(row.at(), clock.instant())))
                .toArray(ListItem[]::new)));
        return callout;
    }

    private Div downloads() {
        Div links = new Div(
                download("Download checkpoints", CheckpointFile.NAME, seals::checkpoints),
                download("Download keys", CheckpointFile.KEYS, seals::keys));
        links.addClassName("exports");
        return links;
    }

    private static Anchor download(String text, String name, Supplier<InputStream> content) {
        return CsvDownload.text(text, name, Capability.EXPORT_AUDIT_LOG, content);
    }

    private Component checkpoint(@Nullable SignedCheckpoint newest) {
        if (newest == null) {
            return new Span("None yet");
        }
        return new Span(
                new Span(Amounts.count(newest.checkpoint().size(), "entry", "entries") + ", "),
                TimeDisplay.span(newest.checkpoint().at(), clock.instant()));
    }

    private Component unsealed(SealState state) {
        if (state.oldestUnsealed() == null) {
            return new Span("Nothing");
        }
        Span sentence = new Span(
                new Span(Amounts.count(state.unsealed(), "entry", "entries") + ", the oldest of "),
                TimeDisplay.span(state.oldestUnsealed(), clock.instant()),
                new Span(
                        state.held()
                                ? ". Sealing waits for an owner."
                                : state.isLate(clock.instant()) // which is said below, with what that means
                                        ? "."
                                        : ". Until it is sealed it can be altered without a trace."));
        return sentence;
    }
}
