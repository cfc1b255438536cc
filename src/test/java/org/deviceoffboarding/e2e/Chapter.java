package org.deviceoffboarding.e2e;

import java.util.List;
import java.util.stream.Stream;

/** The pictures that belong together. */
enum Chapter {
    FIRST_VISIT("First visit"),
    RESULT("With a result"),
    SETTINGS("Settings"),
    REQUESTS("Requests"),
    TROUBLE("Where something is wrong");

    private final String title;

    Chapter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<Scene> scenes() {
        return Stream.of(Scene.values())
                .filter(scene -> scene.chapter() == this)
                .toList();
    }
}
