package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.audit.reading.AuditPart;
import org.deviceoffboarding.base.ui.Section;
import org.jspecify.annotations.Nullable;

/** All entries of the log that concern a device, the newest first, for the pages of features that show devices. */
@org.springframework.stereotype.Component
public class DeviceTrail {

    private static final int AT_ONCE = 10;

    private final AuditLogService auditLog;
    private final EntryCells cells;
    private final EvidenceLinks evidence;

    DeviceTrail(AuditLogService auditLog, EntryCells cells, EvidenceLinks evidence) {
        this.auditLog = auditLog;
        this.cells = cells;
        this.evidence = evidence;
    }

    /**
     * Returns the section of a device, whether or not it is there any more.
     *
     * @param name as it is called now; empty where nobody knows
     */
    public Section section(UUID objectId, String name) {
        return new Section("Audit trail", new Lines(objectId), evidence.device(objectId, name))
                .withSuffix(AuditLink.about(objectId, "Show in the audit log"));
    }

    private final class Lines extends Div {

        private final transient AuditFilter filter;
        private final OrderedList list = new OrderedList();
        private final Button more = new Button("Show earlier entries", click -> add());
        private transient @Nullable AuditEntry last;

        Lines(UUID objectId) {
            filter = AuditFilter.NONE.withDevice(objectId.toString());
            list.addClassNames("plain-list", "timeline", "trail");
            more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            add(list, more);
            add();
            if (last == null) {
                add(new Paragraph("No entry of the log concerns this device."));
            }
        }

        /** Goes on behind the last line, so that none comes twice; one more is read to know whether there are others. */
        private void add() {
            int wanted = AT_ONCE + 1;
            List<AuditEntry> found =
                    auditLog.find(filter, last == null ? AuditPart.newest(wanted) : AuditPart.before(last, wanted));
            found.stream().limit(AT_ONCE).forEach(entry -> {
                list.add(new ListItem(cells.time(entry), what(entry)));
                last = entry;
            });
            more.setVisible(found.size() > AT_ONCE);
        }

        private Component what(AuditEntry entry) {
            Div what = new Div(cells.what(entry));
            if (!entry.subject().startsWith("device:") && !entry.subject().isEmpty()) {
                what.add(cells.about(entry));
            }
            what.addClassName("wrap");
            return what;
        }
    }
}
