package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.ui.RequestAddition;
import org.deviceoffboarding.task.TaskSource;
import org.springframework.stereotype.Component;

/** Adds a task about a change request. */
@Component
class RequestTaskButtons implements RequestAddition {

    private final TaskDialogs dialogs;

    RequestTaskButtons(TaskDialogs dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public List<Button> create(ChangeRequest request) {
        return dialogs.mayWork() ? List.of(new Button("Add to tasks…", click -> add(request))) : List.of();
    }

    private void add(ChangeRequest request) {
        dialogs.add(
                new TaskSource(
                        TaskSource.Kind.REQUEST,
                        Long.toString(request.id()),
                        "Request " + request.id() + ": " + request.title()),
                request.title(),
                Map.of(),
                request.devices(),
                () -> UI.getCurrent().refreshCurrentRoute(false));
    }
}
