package org.deviceoffboarding.exception.register;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.AuditedValues;

/** What happens to exceptions. */
@AuditedValues(field = "kind", of = ExceptionKind.class)
@AuditedValues(field = "exceptions", of = ExceptionKind.class)
sealed interface ExceptionAction extends AuditableAction {

    /** So many have an entry for each; of more, each entry names so many: one for each of very many would hold others up. */
    int TOGETHER = 100;

    String ID = "exception: its number";
    String KIND = "kind: what it goes by";
    String TARGET = "target: an object ID, or a pattern of names in lower case";
    String NAME = "name: what people know that by";
    String REASON = "reason: why, in the words of who made it";
    String HOLD = "legalHold: whether only an owner may lift it";
    String ENDS = "endsOn: its last day; none where it has no end";

    private static AuditDetails said(DeviceException exception) {
        return AuditDetails.NONE
                .with("exception", exception.id())
                .with("kind", exception.kind())
                .with("target", exception.target())
                .with("name", exception.name())
                .with("reason", exception.reason())
                .with("legalHold", exception.legalHold())
                .with(
                        "endsOn",
                        exception.endsOn() == null ? null : exception.endsOn().toString());
    }

    /** Returns the device that an exception is for; none where it goes by something that devices come to and leave. */
    private static List<AuditedDevice> audited(DeviceException exception) {
        return exception.kind() == ExceptionKind.DEVICE
                ? List.of(new AuditedDevice(UUID.fromString(exception.target()), null, exception.name()))
                : List.of();
    }

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

    /** Exceptions that were made: one, or many at once. */
    @AuditedAs(
            name = "exception.added",
            label = "Made an exception",
            meaning =
                    "Somebody excepted devices from what the portal suggests: one, those of a person or a group, or those with a name like"
                            + " another. Many that were made at once share entries.",
            details = {
                ID,
                KIND,
                TARGET,
                NAME,
                REASON,
                HOLD,
                ENDS,
                "exceptions: each of them, where one entry tells of many"
            })
    sealed interface Made extends ExceptionAction {}

    /** @param exceptions at least one, in the order of their IDs */
    record AddedTogether(List<DeviceException> exceptions) implements Made {

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

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with(
                    "exceptions", exceptions.stream().map(ExceptionAction::said).toList());
        }

        @Override
        public List<AuditedDevice> devices() {
            return exceptions.stream().flatMap(each -> audited(each).stream()).toList();
        }
    }

    record Added(DeviceException exception) implements Made {
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

        @Override
        public AuditDetails details() {
            return said(exception);
        }

        @Override
        public List<AuditedDevice> devices() {
            return audited(exception);
        }
    }

    @AuditedAs(
            name = "exception.lifted",
            label = "Lifted an exception",
            meaning =
                    "Somebody took an exception back. What it kept from being suggested may be suggested from the next run on.",
            details = {
                ID,
                KIND,
                TARGET,
                NAME,
                REASON,
                HOLD,
                ENDS,
                "liftedBecause: why it was lifted",
                "createdBy: the name of who made it",
                "createdAt: when it was made"
            })
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

        @Override
        public AuditDetails details() {
            return said(exception)
                    .with("liftedBecause", reason)
                    .with("createdBy", exception.createdBy().name())
                    .with("createdAt", exception.createdAt());
        }

        @Override
        public List<AuditedDevice> devices() {
            return audited(exception);
        }
    }

    @AuditedAs(
            name = "exception.imported",
            label = "Made exceptions from a file",
            meaning = "Somebody made many exceptions at once. Entries of their own say which.",
            details = {"file: as the person's computer calls it", "exceptions: how many"})
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

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("file", fileName).with("exceptions", exceptions);
        }
    }

    @AuditedAs(
            name = "exception.ended",
            label = "Let an exception end",
            meaning =
                    "The last day of an exception is over. What it kept from being suggested may be suggested from the next run on.",
            details = {
                ID,
                KIND,
                TARGET,
                NAME,
                REASON,
                HOLD,
                ENDS,
                "createdBy: the name of who made it",
                "createdAt: when it was made"
            })
    record Ended(DeviceException exception) implements ExceptionAction {
        @Override
        public String action() {
            return "exception.ended";
        }

        @Override
        public String subject() {
            return "exception:" + exception.id();
        }

        @Override
        public String summary() {
            return "The " + (exception.legalHold() ? "legal hold" : "exception") + " for " + exception.what()
                    + " ended with " + exception.endsOn() + ": " + exception.reason();
        }

        @Override
        public AuditDetails details() {
            return said(exception)
                    .with("createdBy", exception.createdBy().name())
                    .with("createdAt", exception.createdAt());
        }

        @Override
        public List<AuditedDevice> devices() {
            return audited(exception);
        }
    }

    /**
     * A file of exceptions was looked at, before any is made of it.
     *
     * @param usable of how many lines one can be made
     */
    @AuditedAs(
            name = "upload.exceptions-read",
            label = "Uploaded a list of exceptions",
            meaning =
                    "Somebody uploaded a file of exceptions. Changes nothing by itself: what is made of it has entries of its own.",
            details = {
                "lines: how many lines it has",
                "usable: of how many an exception can be made",
                "bytes: how large the file is"
            })
    record Uploaded(int bytes, int lines, long usable) implements ExceptionAction {
        @Override
        public String action() {
            return "upload.exceptions-read";
        }

        @Override
        public String subject() {
            return "";
        }

        @Override
        public String summary() {
            return String.format(
                    Locale.ENGLISH, "Uploaded a list of %,d exceptions, of which %,d can be made", lines, usable);
        }

        @Override
        public AuditDetails details() {
            return AuditDetails.NONE.with("lines", lines).with("usable", usable).with("bytes", bytes);
        }
    }
}
