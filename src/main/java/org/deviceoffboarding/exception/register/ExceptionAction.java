package org.deviceoffboarding.exception.register;

import org.deviceoffboarding.audit.AuditableAction;

/** What happens to exceptions. */
sealed interface ExceptionAction extends AuditableAction {

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
