package org.deviceoffboarding.ask.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.answer.AnswerService;
import org.deviceoffboarding.ask.language.Completions;
import org.deviceoffboarding.base.words.Written;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.deviceoffboarding.language.ConditionType;
import org.springframework.stereotype.Component;

/** How a prompt could go on while it is typed: by the words that questions are made of, and by names that the inventory has. */
@Component
class PromptCompletions {

    private static final int MOST = 8;
    private static final int MOST_NAMES = 4;

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
        List<String> names = names(completed, prompt);
        return Stream.concat(words(completed, prompt).limit(MOST - names.size()), names.stream())
                .distinct()
                .toList();
    }

    private static Stream<String> words(Completions.Completed completed, String prompt) {
        return completed.phrases().stream().map(phrase -> prompt.substring(0, phrase.start()) + phrase.text());
    }

    /** Where the words before ask for a name of a sort, names of that: a name of anything else would not be understood there. */
    private List<String> names(Completions.Completed completed, String prompt) {
        AskedText sort = completed.names() == null ? null : SORTS.get(completed.names());
        if (sort == null || completed.typed().isEmpty()) {
            return List.of();
        }
        String before = prompt.substring(0, completed.start());
        return answers.names(sort, completed.typed(), MOST_NAMES).stream()
                .map(name -> before + quoted(name))
                .toList();
    }

    /** A name that consists of words would be read as those. */
    private static String quoted(String name) {
        return name.matches("[^\\s\"]*[\\d@][^\\s\"]*") ? name : Written.quoted(name);
    }
}
