package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.Optional;
import org.deviceoffboarding.inventory.ui.DeviceListButton;

/** Asks for actions on the devices of an uploaded list of IDs. */
@org.springframework.stereotype.Component
public class UploadIdsButton implements DeviceListButton {

    private final AskDialogs dialogs;

    UploadIdsButton(AskDialogs dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public Optional<Component> create(Runnable done) {
        return dialogs.mayAsk()
                ? Optional.of(new Button("Upload IDs…", click -> dialogs.upload(done)))
                : Optional.empty();
    }
}
