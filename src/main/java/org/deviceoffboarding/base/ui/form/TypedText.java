package org.deviceoffboarding.base.ui.form;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Sees to it that what a field for text shows is what the server has of it, however it was typed: {@code typed-text.js} says why. */
@Component
class TypedText implements VaadinServiceInitListener {

    private static final String SCRIPT = read();

    @Override
    public void serviceInit(ServiceInitEvent started) {
        started.getSource().addUIInitListener(opened -> opened.getUI().getPage().executeJs(SCRIPT));
    }

    private static String read() {
        try {
            return new ClassPathResource("typed-text.js", TypedText.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
