package org.deviceoffboarding.ask.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.ask.answer.Answer.NearName;
import org.deviceoffboarding.ask.answer.Answer.NearNames;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.springframework.stereotype.Component;

/** Finds names of a question that nothing has, and what is nearly called so. Offered, never taken. */
@Component
class Near {

    private static final int MOST = 5;

    private static final Map<ConditionType, AskedText> TEXTS = Map.of(
            ConditionType.NAME, AskedText.NAME,
            ConditionType.USER, AskedText.USER,
            ConditionType.SERIAL, AskedText.SERIAL_NUMBER,
            ConditionType.MANUFACTURER, AskedText.MANUFACTURER,
            ConditionType.MODEL, AskedText.MODEL);

    private final AskedDevices devices;

    Near(AskedDevices devices) {
        this.devices = devices;
    }

    /** @param fitting how many devices fit: where some do, only lists of names can hold one that nothing has */
    List<NearNames> of(Asked asked, long fitting) {
        List<NearNames> all = new ArrayList<>();
        Question question = asked.question();
        if (question.where() == null) {
            return all;
        }
        boolean alternatives = question.where().criteria().size() > 1;
        for (Criterion criterion : question.where().criteria()) {
            if (criterion instanceof Criterion.Texts texts
                    && TEXTS.containsKey(texts.type())
                    && (fitting == 0 || alternatives || texts.patterns().size() > 1)) {
                texts.patterns().stream()
                        .filter(pattern -> !devices.any(asked.runId(), one(asked, texts, pattern)))
                        .map(pattern -> names(asked, texts, pattern))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static DeviceCondition one(Asked asked, Criterion.Texts texts, String pattern) {
        return asked.translation().of(new Criterion.Texts(texts.type(), List.of(pattern)));
    }

    private NearNames names(Asked asked, Criterion.Texts texts, String pattern) {
        String text = pattern.replace("*", "").replace("?", "");
        List<String> near = text.isBlank()
                ? List.of()
                : devices.near(asked.runId(), TEXTS.getOrDefault(texts.type(), AskedText.NAME), text, MOST);
        return new NearNames(
                pattern,
                texts.type().words().replace("names matching", "device"),
                near.stream()
                        .map(name -> new NearName(name, replaced(asked.question(), texts, pattern, name)))
                        .toList());
    }

    private static Question replaced(Question question, Criterion.Texts texts, String pattern, String name) {
        List<String> patterns = texts.patterns().stream()
                .map(each -> each.equals(pattern) ? name : each)
                .toList();
        return question.with(new Condition.Is(texts), new Condition.Is(new Criterion.Texts(texts.type(), patterns)));
    }

    /** Returns what devices are called nearly as one that is asked about by its name, each in the place of that. */
    NearNames ofDevice(Asked asked, String name) {
        Question question = asked.question();
        return new NearNames(
                name,
                "device",
                devices.near(asked.runId(), AskedText.NAME, name, MOST).stream()
                        .map(near -> new NearName(near, renamed(question, name, near)))
                        .toList());
    }

    private static Question renamed(Question question, String name, String other) {
        return new Question(
                question.wish(),
                question.where(),
                question.groupedBy(),
                question.ranking(),
                question.compared(),
                question.names().stream()
                        .map(each -> each.equals(name) ? other : each)
                        .toList());
    }
}
