package org.deviceoffboarding.playbook.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.playbook.definition.Step;

/** What two people changed of a playbook at the same time, as long as neither has said what is to stay. */
class Contested implements Serializable {

    private final Set<String> steps = new LinkedHashSet<>();
    private boolean order;

    void add(String step) {
        steps.add(step);
    }

    void settle(String step) {
        steps.remove(step);
    }

    boolean has(String step) {
        return steps.contains(step);
    }

    void order(boolean so) {
        order = so;
    }

    boolean order() {
        return order;
    }

    boolean isEmpty() {
        return steps.isEmpty() && !order;
    }

    void clear() {
        steps.clear();
        order = false;
    }

    /** Returns it in words: steps by what they are called in the list. */
    List<String> words(List<Step> called) {
        List<String> words = new ArrayList<>(called.stream()
                .filter(step -> steps.contains(step.key()))
                .map(step -> "“" + step.title() + "”")
                .toList());
        if (order) {
            words.add("the order of the steps");
        }
        return words;
    }
}
