package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.task.TaskSource;

/** What a task was added from, in a table. */
class SourceCell extends Span {

    SourceCell(TaskSource source) {
        super(
                source.kind() == TaskSource.Kind.DEVICES
                        ? source.name()
                        : source.kind().label() + ": " + source.name());
        addClassName("wrap");
        setTitle(getText());
    }
}
