package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.deviceoffboarding.remediation.request.ChangeRequest;

/**
 * What another feature lets people do with a change request, at the top of its page. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand further left.
 */
public interface RequestAddition {

    /** Returns new buttons for one browser window; none where the person signed in may not, or nothing can be done with it. */
    List<Button> create(ChangeRequest request);
}
