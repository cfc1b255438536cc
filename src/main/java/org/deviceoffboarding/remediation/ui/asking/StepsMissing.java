package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;

/** What the playbook recommends before an action, and nobody has ticked; hidden where that is nothing. */
class StepsMissing extends Div {

    void show(Action action, List<String> steps) {
        removeAll();
        setVisible(!steps.isEmpty());
        if (!steps.isEmpty()) {
            add(Callout.attention(RequestSentences.stepsMissing(action, steps)));
        }
    }
}
