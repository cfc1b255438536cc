package org.deviceoffboarding.exception.register;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.audit.AuditableAction;

/** What happens to exceptions. */
sealed interface ExceptionAction extends AuditableAction {

    /** So many have an entry for each; of more, each entry names so many: one for each of very many would hold others up. */
    int TOGETHER = 100;

    /** Returns what is recorded of exceptions that were made at once. */
    static List<ExceptionAction> added(List<DeviceException> made) {
        if (made.size() <= TOGETHER) {
            return made.stream().<ExceptionAction>map(Added::new).toList();
        }
        return IntStream.iterate(0, from -> from < made.size(), from -> from + TOGETHER)
                .<ExceptionAction>mapToObj(
                        from -> new AddedTogether(made.subList(from, Math.min(from + TOGETHER, made.size()))))
                .toList();
    }

    /** @param exceptions at least one, in the order of their IDs */
    record AddedTogether(List<DeviceException> exceptions) implements ExceptionAction {

        public AddedTogether {
            exceptions = List.copyOf(exceptions);
        }

        @Override
        public String action() {
            return "exception.added";
        }

        @Override
        public String subject() {
            return "exceptions:" + exceptions.getFirst().id() + "-"
                    + exceptions.getLast().id();
        }

        @Override
        public String summary() {
            return exceptions.stream()
                    .map(each -> new Added(each).summary())
                    .collect(Collectors.joining("; ", "Made " + exceptions.size() + " exceptions at once. ", ""));
        }
    }

    record Added(DeviceException exception) implements ExceptionAction {
        @Override
        public String action() {
            return "exception.added";
        }

        @Override
        public String subject() {
            return "exception:" + exception.id();
        }

        @Override
        public String summary() {
            return "Made " + (exception.legalHold() ? "a legal hold" : "an exception") + " for " + exception.what()
                    + (exception.endsOn() == null ? "" : " until " + exception.endsOn()) + ": " + exception.reason();
        }
    }

    record Lifted(DeviceException exception, String reason) implements ExceptionAction {
        @Override
        public String action() {
            return "exception.lifted";
        }

        @Override
        public String subject() {
            return "exception:" + exception.id();
        }

        @Override
        public String summary() {
            return "Lifted the " + (exception.legalHold() ? "legal hold" : "exception") + " for " + exception.what()
                    + ": " + reason;
        }
    }

    record Imported(String fileName, int exceptions) implements ExceptionAction {
        @Override
        public String action() {
            return "exception.imported";
        }

        @Override
        public String subject() {
            return "";
        }

        @Override
        public String summary() {
            return "Made " + exceptions + (exceptions == 1 ? " exception" : " exceptions") + " from the file "
                    + fileName;
        }
    }
}
