package org.deviceoffboarding.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A parcel could not be sent now. Its message is for people, and holds no secret. */
public class CarryingFailedException extends RuntimeException {

    private final Scope scope;
    private final Duration pause;

    /** What the failure is of. */
    public enum Scope {
        /** This destination: others are sent to as ever. */
        DESTINATION,
        /** This destination, which asks to be tried later: it is blamed only where others are sent to meanwhile. */
        DESTINATION_FOR_NOW,
        /** This destination, which said that it wants nothing any more. */
        DESTINATION_FOR_GOOD,
        /** The whole way, such as the mail server: no destination of its kind is to blame. */
        WAY
    }

    private CarryingFailedException(Scope scope, String problem, Duration pause, @Nullable Throwable cause) {
        super(ended(problem), cause);
        this.scope = scope;
        this.pause = pause;
    }

    /** What other systems say is rarely a whole sentence, and another one follows. */
    private static String ended(String problem) {
        String text = problem.strip();
        return text.matches("(?s).*[.!?…]") ? text.replaceFirst("\\.\\.$", ".") : text + ".";
    }

    /** Returns that this destination could not be sent to. */
    public static CarryingFailedException ofDestination(String problem, @Nullable Throwable cause) {
        return new CarryingFailedException(Scope.DESTINATION, problem, Duration.ZERO, cause);
    }

    /** Returns that this destination can't be sent to yet. */
    public static CarryingFailedException forNow(String problem, @Nullable Throwable cause) {
        return new CarryingFailedException(Scope.DESTINATION_FOR_NOW, problem, Duration.ZERO, cause);
    }

    /** Returns that this destination asks for a pause. */
    public static CarryingFailedException pausing(String problem, Duration pause) {
        return new CarryingFailedException(Scope.DESTINATION, problem, pause, null);
    }

    /** Returns that this destination said that it wants nothing any more. */
    public static CarryingFailedException forGood(String problem) {
        return new CarryingFailedException(Scope.DESTINATION_FOR_GOOD, problem, Duration.ZERO, null);
    }

    /** Returns that nothing can be sent by this way. */
    public static CarryingFailedException ofWay(String problem, @Nullable Throwable cause) {
        return new CarryingFailedException(Scope.WAY, problem, Duration.ZERO, cause);
    }

    public Scope scope() {
        return scope;
    }

    /** Returns how long the destination wants to be left in peace at least. */
    public Duration pause() {
        return pause;
    }

    /** Returns what went wrong, as a sentence. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
