package org.deviceoffboarding.launch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicy;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.helper.CompressionMode;
import ch.qos.logback.core.status.StatusListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Lets nobody but the portal's user read its log, also what a later file of it is and what was there before. */
public final class PrivateLog implements ApplicationListener<ApplicationPreparedEvent> {

    private static final String NAME = "portal.log";

    /** Makes the file before the log is opened, since whoever opens it later would let others read it. */
    static void prepare(Path folder) {
        try {
            PrivateFile.create(folder.resolve(NAME));
            try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, NAME + ".*")) {
                for (Path file : earlier) {
                    PrivateFile.create(file);
                }
            }
        } catch (IOException e) {
            throw new StartupException(
                    "The log " + folder.resolve(NAME)
                            + " can't be kept from other users: give the portal's user this file,"
                            + " or move it away.",
                    e);
        }
    }

    /** The log is open by now. */
    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            // Logback would warn that there is one already.
            List<StatusListener> warned = context.getStatusManager().getCopyOfStatusListenerList();
            warned.forEach(context.getStatusManager()::remove);
            context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof RollingFileAppender<ILoggingEvent> file) {
                    file.setRollingPolicy(new OwnersOnly(file.getRollingPolicy(), Path.of(file.getFile())));
                }
            });
            warned.forEach(context.getStatusManager()::add);
        }
    }

    /** Rolls as another does, and makes the next file before it is written to. */
    private record OwnersOnly(RollingPolicy rolling, Path file) implements RollingPolicy {

        @Override
        public void rollover() throws RolloverFailure {
            rolling.rollover();
            try {
                PrivateFile.create(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getActiveFileName() {
            return rolling.getActiveFileName();
        }

        @Override
        public CompressionMode getCompressionMode() {
            return rolling.getCompressionMode();
        }

        @Override
        public void setParent(FileAppender<?> appender) {
            rolling.setParent(appender);
        }

        @Override
        public void start() {
            rolling.start();
        }

        @Override
        public void stop() {
            rolling.stop();
        }

        @Override
        public boolean isStarted() {
            return rolling.isStarted();
        }
    }
}
