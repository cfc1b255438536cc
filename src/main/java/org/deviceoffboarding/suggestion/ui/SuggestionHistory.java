package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.suggestion.CompletionCheck;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionExports;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.UnresolvedDevice;
import org.springframework.data.domain.PageRequest;

/** Says of a suggestion of an earlier run that it is one, and whether what people completed came true. */
class SuggestionHistory extends Div {

    private static final int SHOWN = 20;

    SuggestionHistory(SuggestionDetails details, SuggestionService suggestions, SuggestionExports exports) {
        addClassName("stack");
        setVisible(!details.current());
        if (!details.current()) {
            Div notice = new Div(
                    new Span("This is how run " + details.suggestion().runId()
                            + " and the people after it left it. A newer run has replaced it. "),
                    SuggestionLink.toNewest(details.suggestion(), suggestions));
            notice.addClassNames("notice", "notice-attention");
            add(notice);
        }
        CompletionCheck check = details.check();
        if (check != null) {
            add(checked(check, details.suggestion().id(), suggestions, exports));
        }
    }

    private static Section checked(
            CompletionCheck check, long id, SuggestionService suggestions, SuggestionExports exports) {
        Section section = new Section("Completed, and checked by run " + check.runId());
        Div pills = new Div(Pill.good(check.verified() + " verified"));
        if (check.stillThere() > 0) {
            pills.add(Pill.bad(check.stillThere() + " still there"));
        }
        pills.addClassName("pills");
        section.add(pills, new Paragraph("Verified devices are gone from Entra, or disabled there."));
        if (check.stillThere() > 0) {
            UnorderedList devices = new UnorderedList();
            suggestions
                    .stillThere(id, PageRequest.ofSize(SHOWN))
                    .forEach(device -> devices.add(new ListItem(
                            DeviceLink.of(device.objectId(), device.name()),
                            new Span(" "),
                            IdDisplay.shortened(device.objectId()))));
            section.add(new Paragraph("Enabled in Entra as before:"), devices);
            if (check.stillThere() > SHOWN) {
                section.add(WholeList.of(
                                "Enabled in Entra as before",
                                page -> suggestions.stillThere(id, page),
                                () -> exports.stillThere(id),
                                exports::stillThere)
                        .column("Device", UnresolvedDevice::name)
                        .column("Entra object ID", UnresolvedDevice::objectId)
                        .button("Show all " + Amounts.number(check.stillThere()), "still-there.csv"));
            }
        }
        return section;
    }
}
