package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.html.Anchor;

/** The link above a page's title that leads back to where the thing shown is one of several. */
public class Breadcrumb extends Anchor {

    public Breadcrumb(String path, String title) {
        super(path, "‹ " + title);
        addClassName("breadcrumb");
    }
}
