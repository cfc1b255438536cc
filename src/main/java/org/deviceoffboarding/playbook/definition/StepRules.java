package org.deviceoffboarding.playbook.definition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.playbook.definition.StepEdit.Part;

/** What an owner's change of a playbook must keep to. A refusal is a sentence for the owner. */
final class StepRules {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_LINK = 1_000;

    private static final int MOST_IN_SENTENCE = 60;

    private StepRules() {}

    /**
     * Returns the steps as changed, in their new order.
     *
     * @throws PlaybookRefusedException if a text or link can't be used, the order is dangerous, or a step is missing
     */
    static List<Step> applied(Playbook playbook, List<StepEdit> edits) {
        Map<String, Step> byKey = new HashMap<>();
        playbook.steps().forEach(step -> byKey.put(step.key(), step));
        Set<String> named = new HashSet<>();
        edits.forEach(edit -> named.add(edit.key()));
        if (!named.equals(byKey.keySet()) || edits.size() != named.size()) {
            throw new PlaybookRefusedException(
                    "The steps of this playbook are not those that you changed. Open the playbook again and repeat the change.");
        }
        edits.forEach(StepRules::check);
        List<Step> steps = edits.stream()
                .map(edit -> edit.appliedTo(Objects.requireNonNull(byKey.get(edit.key()))))
                .toList();
        checkOrder(steps);
        return steps;
    }

    private static void check(StepEdit edit) {
        if (edit.title().isBlank()) {
            throw new PlaybookRefusedException(
                    "A step has no title. Write what is to be done, in a few words.", Part.TITLE.of(edit.key()));
        }
        longest("The title", edit.title(), LONGEST_TITLE, Part.TITLE, edit);
        longest("“Why”", edit.why(), LONGEST_TEXT, Part.WHY, edit);
        longest("“How”", edit.how(), LONGEST_TEXT, Part.HOW, edit);
        longest("The link", edit.link(), LONGEST_LINK, Part.LINK, edit);
        if (!edit.link().isEmpty() && !isWebAddress(edit.link())) {
            throw new PlaybookRefusedException(
                    "The link of “%s” is no web address. It has to begin with https:// or http://, and hold no spaces."
                            .formatted(edit.title()),
                    Part.LINK.of(edit.key()));
        }
    }

    private static void longest(String what, String text, int longest, Part part, StepEdit edit) {
        if (text.length() > longest) {
            throw new PlaybookRefusedException(
                    "%s of “%s” is too long: %,d characters, where %,d are the most."
                            .formatted(
                                    what, TextLimits.shorten(edit.title(), MOST_IN_SENTENCE), text.length(), longest),
                    part.of(edit.key()));
        }
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            String host = uri.getHost();
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && host != null
                    && !host.isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void checkOrder(List<Step> steps) {
        for (int later = 1; later < steps.size(); later++) {
            for (Step earlier : steps.subList(0, later)) {
                if (steps.get(later).stage().mustPrecede(earlier.stage())) {
                    throw new PlaybookRefusedException(
                            "“%s” has to stand before “%s”: what can still be undone or saved comes before what cannot. Move it up, then save again."
                                    .formatted(steps.get(later).title(), earlier.title()));
                }
            }
        }
    }
}
