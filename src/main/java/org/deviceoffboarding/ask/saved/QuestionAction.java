package org.deviceoffboarding.ask.saved;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;

/** What happens to named questions that all see. Those that people keep for themselves are nobody else's matter. */
@AuditedFields(
        details = {
            "question: its number",
            "name: what it is called",
            "asks: what it asks, in the one wording that is read back to the same"
        })
sealed interface QuestionAction extends AuditableAction {

    NamedQuestion question();

    @Override
    default String subject() {
        return "question:" + question().id();
    }

    @Override
    default AuditDetails details() {
        return AuditDetails.NONE
                .with("question", question().id())
                .with("name", question().name())
                .with("asks", question().question());
    }

    @AuditedAs(
            name = "question.shared",
            label = "Shared a question",
            meaning =
                    "Somebody let all who use the portal ask a question by its name. Changes what is looked at, and nothing else.")
    record Shared(NamedQuestion question) implements QuestionAction {
        @Override
        public String action() {
            return "question.shared";
        }

        @Override
        public String summary() {
            return "Shared the question “" + question.name() + "”";
        }
    }

    @AuditedAs(
            name = "question.changed",
            label = "Changed a shared question",
            meaning = "Somebody gave a question that all can ask another name, or lets it ask something else.",
            changes = {"name: what it is called", "asks: what it asks"})
    record Changed(NamedQuestion before, NamedQuestion question) implements QuestionAction {
        @Override
        public String action() {
            return "question.changed";
        }

        @Override
        public String summary() {
            return "Changed the question “" + before.name() + "”, which all can ask";
        }

        @Override
        public AuditDetails details() {
            return QuestionAction.super
                    .details()
                    .changed("name", before.name(), question.name())
                    .changed("asks", before.question(), question.question());
        }
    }

    @AuditedAs(
            name = "question.removed",
            label = "Removed a shared question",
            meaning = "Somebody removed a question that all could ask by its name, with its numbers over time.")
    record Removed(NamedQuestion question) implements QuestionAction {
        @Override
        public String action() {
            return "question.removed";
        }

        @Override
        public String summary() {
            return "Removed the question “" + question.name() + "”, which all could ask";
        }
    }
}
