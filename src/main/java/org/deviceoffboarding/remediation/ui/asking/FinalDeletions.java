package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.deviceoffboarding.base.ui.Amounts;

/** Says that deletions are final, and lets the person type how many they are. Hidden while none is. */
class FinalDeletions extends Div {

    private final Paragraph warning = new Paragraph();
    private final TextField count = new TextField();
    private int expected;

    /** @param changed called after the person typed */
    FinalDeletions(Runnable changed) {
        addClassName("form");
        Div notice = new Div(warning);
        notice.addClassNames("notice", "notice-bad");
        count.setValueChangeMode(ValueChangeMode.EAGER);
        count.setRequiredIndicatorVisible(true);
        count.getElement().setAttribute("inputmode", "numeric");
        count.addValueChangeListener(event -> {
            // an error only once it can no longer become the number
            count.setInvalid(!String.valueOf(expected).startsWith(typed()));
            changed.run();
        });
        add(notice, count);
    }

    /** Begins anew with another number of devices; 0 where none is final. */
    void show(int finalOnes) {
        expected = finalOnes;
        count.clear();
        count.setErrorMessage("Type " + finalOnes + ", the number of devices that are gone for good.");
        count.setLabel("Type " + finalOnes + " to confirm how many devices are gone for good");
        warning.setText(finalOnes == 0 ? "" : sentence(finalOnes));
    }

    private static String sentence(int finalOnes) {
        return (finalOnes == 1 ? "1 of these deletions is" : Amounts.number(finalOnes) + " of these deletions are")
                + " final and cannot be undone: Entra's recycle bin does not keep devices of this sort. Nobody can restore them or"
                + " their keys afterwards.";
    }

    /** Returns whether the person typed the right number, or need not. */
    boolean confirmed() {
        return expected == 0 || typed().equals(String.valueOf(expected));
    }

    private String typed() {
        return count.getValue().strip();
    }
}
