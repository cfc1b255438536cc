package org.deviceoffboarding.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people who use a portal during one test. */
final class Visitors implements AutoCloseable {

    private final Chromium chromium;
    private final Portal portal;
    private final List<Visitor> all = new ArrayList<>();

    Visitors(Chromium chromium, Portal portal) {
        this.chromium = chromium;
        this.portal = portal;
    }

    Portal portal() {
        return portal;
    }

    /** Returns someone who has not opened the portal yet. */
    Visitor newcomer() {
        Visitor visitor = chromium.visit(portal);
        all.add(visitor);
        return visitor;
    }

    Visitor signIn(Person person) {
        return newcomer().signIn(person);
    }

    /** Closes someone's browser, whatever it complained about. */
    void leave(Visitor visitor) {
        all.remove(visitor);
        visitor.close();
    }

    /** Closes everybody's browser, whatever it complained about. */
    void leaveAll() {
        List.copyOf(all).forEach(this::leave);
    }

    /** Fails where a browser complained of anything. */
    void assertNoComplaints() {
        assertThat(all).flatExtracting(Visitor::complaints).isEmpty();
    }

    /** Keeps what each of them sees now. */
    void photograph(String name) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i)
                    .page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "screenshots", "failed", name + "-" + i + ".png")));
        }
    }

    @Override
    public void close() {
        all.forEach(Visitor::close);
    }
}
