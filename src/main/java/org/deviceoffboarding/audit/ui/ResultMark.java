package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.deviceoffboarding.audit.AuditResult;

/** How something came out, as a sign and a word: the colour supports them and never stands alone. */
final class ResultMark extends Span {

    ResultMark(AuditResult result) {
        Icon sign = sign(result).create();
        sign.getElement().setAttribute("aria-hidden", "true"); // the word stands beside it
        add(sign);
        add(new Span(result.label()));
        addClassNames("result-mark", "result-" + result.name().toLowerCase(Locale.ROOT));
    }

    private static VaadinIcon sign(AuditResult result) {
        return switch (result) {
            case DONE -> VaadinIcon.CHECK;
            case REFUSED -> VaadinIcon.BAN;
            case FAILED -> VaadinIcon.CLOSE_CIRCLE_O;
        };
    }
}
