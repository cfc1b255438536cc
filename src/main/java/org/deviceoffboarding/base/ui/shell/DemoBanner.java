package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** One line above everything: that this is the demo tenant, and the way to one's own. */
class DemoBanner extends Paragraph {

    DemoBanner(String tenantName) {
        addClassName("demo-banner");
        Span meaning = new Span(" – nothing here reaches Microsoft.");
        meaning.addClassName("demo-banner-meaning");
        Span name = new Span(tenantName);
        name.addClassName("demo-banner-tenant");
        add(
                new Span("Demo tenant "),
                name,
                meaning,
                new Span(" "),
                new Anchor(ConnectLink.PATH, "Connect a real tenant"));
    }
}
