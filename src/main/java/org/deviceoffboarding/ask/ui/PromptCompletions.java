package org.deviceoffboarding.ask.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.answer.AnswerService;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.springframework.stereotype.Component;

/** How a prompt could go on while it is typed: by the words that questions are made of, and by names that the inventory has. */
@Component
class PromptCompletions {

    private static final int MOST = 8;
    private static final int MOST_NAMES = 4;

    /** Names of fewer characters begin everywhere. */
    private static final int SHORTEST_NAME = 3;

    private static final List<AskedText> NAMED_BY =
            List.of(AskedText.NAME, AskedText.USER, AskedText.SERIAL_NUMBER, AskedText.MODEL);

    private final AnswerService answers;

    PromptCompletions(AnswerService answers) {
        this.answers = answers;
    }

    /** Returns some, each as the whole prompt, the likeliest first. */
    List<String> of(String prompt) {
        List<String> all = new ArrayList<>(words(prompt));
        names(prompt).forEach(all::add);
        return all.stream().distinct().limit(MOST).toList();
    }

    private static List<String> words(String prompt) {
        return List.of();
    }

    private Stream<String> names(String prompt) {
        int from = lastWord(prompt);
        String word = prompt.substring(from);
        if (word.length() < SHORTEST_NAME) {
            return Stream.empty();
        }
        String before = prompt.substring(0, from);
        return NAMED_BY.stream()
                .flatMap(sort -> answers.names(sort, word, MOST_NAMES).stream())
                .distinct()
                .limit(MOST_NAMES)
                .map(name -> before + quoted(name));
    }

    private static int lastWord(String prompt) {
        int at = prompt.length();
        while (at > 0 && !Character.isWhitespace(prompt.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** A name that consists of words would be read as those. */
    private static String quoted(String name) {
        return name.matches("[^\\s\"]*[\\d@][^\\s\"]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
