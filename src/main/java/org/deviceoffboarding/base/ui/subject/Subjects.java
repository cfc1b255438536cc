package org.deviceoffboarding.base.ui.subject;

import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the pages of things of all features. */
@Component
public class Subjects {

    private final List<SubjectPages> pages;

    Subjects(List<SubjectPages> pages) {
        this.pages = pages;
    }

    /**
     * Returns where a thing is shown; nothing where no feature shows it.
     *
     * @param subject its kind and, behind a colon, what tells it from others of the kind
     */
    public Optional<SubjectPage> page(String subject) {
        int colon = subject.indexOf(':');
        String kind = colon < 0 ? subject : subject.substring(0, colon);
        String id = colon < 0 ? "" : subject.substring(colon + 1);
        return pages.stream().flatMap(each -> each.page(kind, id).stream()).findFirst();
    }

    /** Returns the link to where a thing is shown; nothing where no feature shows it. */
    public Optional<Anchor> link(String subject) {
        return page(subject).map(page -> new Anchor(page.address(), page.text()));
    }
}
