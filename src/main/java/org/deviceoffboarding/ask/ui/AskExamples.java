package org.deviceoffboarding.ask.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.deviceoffboarding.ask.answer.AnswerService;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.base.Progress;
import org.springframework.stereotype.Component;

/** Prompts that show what can be asked: only those that find something in the inventory as it is. */
@Component
class AskExamples {

    /** The specification's own first; each of another sort. */
    static final List<String> PROMPTS = List.of(
            "Find all devices that were removed from Intune but might still exist in Microsoft Entra. Provide steps to"
                    + " properly remove them from Entra.",
            "How many devices are flagged by platform",
            "Personal iPhones and iPads that have been silent for 90 days",
            "Windows devices that are not in Intune",
            "The ten longest silent Windows devices",
            "Disabled devices",
            "Macs without a user",
            "Devices registered in the last 30 days",
            "Devices with a broken link",
            "Noncompliant devices by ownership",
            "Hybrid joined devices not seen for 180 days",
            "Flagged devices that are in no task",
            "Devices in an exception");

    private static final int SHOWN = 6;

    private final Interpreter interpreter;
    private final AnswerService answers;

    AskExamples(Interpreter interpreter, AnswerService answers) {
        this.interpreter = interpreter;
        this.answers = answers;
    }

    /** A prompt and how many devices it finds now. */
    record Example(String prompt, long devices) {}

    /** Returns some that find something; takes as long as it takes to count them. */
    List<Example> now(Progress progress) {
        List<Example> found = new ArrayList<>();
        for (String prompt : PROMPTS) {
            if (found.size() < SHOWN) {
                OptionalLong devices = count(prompt);
                devices.stream().filter(count -> count > 0).forEach(count -> found.add(new Example(prompt, count)));
                progress.at(found.size(), SHOWN);
            }
        }
        return found;
    }

    private OptionalLong count(String prompt) {
        Understanding read = interpreter.interpret(prompt, null);
        return read.question() == null || !read.whole() ? OptionalLong.empty() : answers.count(read.question());
    }
}
