package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.audit.reading.SealedEntry;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.PageHeader;
import org.jspecify.annotations.Nullable;

/** One entry in full, with what proves it, and the ways to the ones before and after it. */
@Route(AuditLink.ENTRY)
@May(Capability.READ)
class EntryView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient AuditLogService auditLog;
    private final transient EntrySections sections;
    private String title = "Entry of the audit log";

    EntryView(AuditLogService auditLog, EntrySections sections) {
        this.auditLog = auditLog;
        this.sections = sections;
        getContent().addClassName("page-content");
    }

    @Override
    public void setParameter(BeforeEvent event, String key) {
        getContent().removeAll();
        getContent().add(new Breadcrumb(AuditLink.PATH, "Audit log"));
        auditLog.get(key).ifPresentOrElse(this::show, () -> showNothing(key));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(SealedEntry sealed) {
        AuditEntry entry = sealed.entry();
        title = title(sealed);
        getContent()
                .add(
                        new PageHeader(title)
                                .withState(new ResultMark(entry.result()))
                                .withActions(neighbours(sealed)),
                        sections.said(entry));
        sections.changes(entry).ifPresent(getContent()::add);
        sections.details(entry).ifPresent(getContent()::add);
        sections.devices(entry).ifPresent(getContent()::add);
        getContent().add(sections.proof(sealed));
    }

    private static String title(SealedEntry sealed) {
        Long number = sealed.entry().number();
        if (number != null) {
            return "Entry " + number;
        }
        if (sealed.refused()) {
            return sealed.fits() ? "Entry that is kept from being sealed" : "Row that is never sealed";
        }
        return "Entry that is not sealed yet";
    }

    private static Component neighbours(SealedEntry sealed) {
        Nav both = new Nav(neighbour("‹ Previous", sealed.previous()), neighbour("Next ›", sealed.next()));
        both.setAriaLabel("Neighbouring entries");
        both.addClassName("neighbours");
        return both;
    }

    private static Component neighbour(String text, @Nullable String key) {
        if (key == null) {
            Span none = new Span(text);
            none.addClassName("dim");
            none.getElement().setAttribute("aria-disabled", "true");
            return none;
        }
        return new Anchor(AuditLink.entry(key), text);
    }

    private void showNothing(String key) {
        if (auditLog.isRemoved(key)) {
            getContent()
                    .add(EmptyState.ofPage(
                            "Entry " + key + " was removed",
                            "It was sealed, and is no longer in the database: somebody took it away past the portal. Verify the log.",
                            new Anchor(AuditLink.PATH, "Audit log")));
            return;
        }
        getContent()
                .add(EmptyState.ofPage(
                        "The audit log has no entry of this number",
                        "The address may not be complete. The portal never removes an entry.",
                        new Anchor(AuditLink.PATH, "Audit log")));
    }
}
