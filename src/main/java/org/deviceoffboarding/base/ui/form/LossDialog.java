package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something goes that nothing brings back. What the keyboard begins at keeps it, as does Escape. */
public class LossDialog extends ConfirmDialog {

    /**
     * @param text what goes, for whom, and what stays
     * @param verb what the red button does, such as "Remove for everybody"
     * @param keeping what the other button does, such as "Keep the view"
     */
    public LossDialog(String header, String text, String verb, String keeping, Runnable losing) {
        setHeader(header);
        setText(text);
        setConfirmText(keeping); // a dialog puts the keyboard on the button that confirms
        setConfirmButtonTheme("");
        setRejectable(true);
        setRejectText(verb);
        setRejectButtonTheme("error primary");
        addRejectListener(event -> losing.run());
    }
}
