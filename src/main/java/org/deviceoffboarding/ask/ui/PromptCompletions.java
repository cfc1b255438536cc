package org.deviceoffboarding.ask.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.answer.AnswerService;
import org.deviceoffboarding.ask.language.Completions;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.deviceoffboarding.language.ConditionType;
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

    private static final Map<ConditionType, AskedText> SORTS = Map.of(
            ConditionType.NAME, AskedText.NAME,
            ConditionType.USER, AskedText.USER,
            ConditionType.SERIAL, AskedText.SERIAL_NUMBER,
            ConditionType.MANUFACTURER, AskedText.MANUFACTURER,
            ConditionType.MODEL, AskedText.MODEL);

    private final AnswerService answers;

    PromptCompletions(AnswerService answers) {
        this.answers = answers;
    }

    /** Returns some, each as the whole prompt, the likeliest first. */
    List<String> of(String prompt) {
        Completions.Completed completed = Completions.of(prompt, prompt.length());
        List<String> all = new ArrayList<>(words(completed, prompt));
        names(completed, prompt).forEach(all::add);
        return all.stream().distinct().limit(MOST).toList();
    }

    private static List<String> words(Completions.Completed completed, String prompt) {
        return completed.phrases().stream()
                .map(phrase -> prompt.substring(0, phrase.start()) + phrase.text())
                .toList();
    }

    /** Where the words before ask for a name of a sort, names of that; else of anything that begins so. */
    private Stream<String> names(Completions.Completed completed, String prompt) {
        AskedText sort = completed.names() == null ? null : SORTS.get(completed.names());
        String word = sort == null ? prompt.substring(lastWord(prompt)) : completed.typed();
        if (word.length() < (sort == null ? SHORTEST_NAME : 1)) {
            return Stream.empty();
        }
        String before = prompt.substring(0, prompt.length() - word.length());
        return (sort == null ? NAMED_BY : List.of(sort))
                .stream()
                        .flatMap(each -> answers.names(each, word, MOST_NAMES).stream())
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
