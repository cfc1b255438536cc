package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The product's mark and name, with the tenant's below: the link to where everything begins. */
class ProductMark extends Anchor {

    ProductMark(String tenantName) {
        super("");
        addClassName("product");
        Image mark = new Image("images/icon.svg", "");
        mark.addClassName("product-mark");
        Span names = new Span(line(PageTitles.PRODUCT, "product-name"), line(tenantName, "product-tenant"));
        names.addClassName("product-names");
        add(mark, names);
    }

    private static Span line(String text, String className) {
        Span line = new Span(text);
        line.addClassName(className);
        return line;
    }
}
