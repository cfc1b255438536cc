package org.deviceoffboarding.audit.seal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.LossFile;
import org.deviceoffboarding.audit.checkpoint.SeenFile;
import org.deviceoffboarding.base.jobs.GrowingPause;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealProperties.class)
class SealConfiguration {

    /** What the scheduler's table calls the job that seals. */
    static final String JOB = "seal-audit-log";

    @Bean
    CheckpointFile checkpointFile(SealProperties properties) {
        return new CheckpointFile(properties.checkpointDir());
    }

    @Bean
    SeenFile seenFile(SealProperties properties) {
        return new SeenFile(properties.dataDir());
    }

    @Bean
    LossFile lossFile(SealProperties properties) {
        return new LossFile(properties.dataDir());
    }

    @Bean
    CheckpointNode checkpointNode(SealProperties properties) {
        return CheckpointNode.of(properties);
    }

    @Bean
    CheckpointKey checkpointKey(SealProperties properties) {
        try {
            return CheckpointKey.parse(Files.readString(properties.auditKeyFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** About every second, on one portal at a time; another takes over where that one is gone. */
    @Bean
    @ConditionalOnBooleanProperty(name = "portal.audit.sealing", matchIfMissing = true)
    RecurringTask<Void> sealAuditLog(Sealer sealer) {
        return Tasks.recurring(JOB, FixedDelay.ofSeconds(1))
                .onFailure(new GrowingPause<>())
                .execute((instance, context) ->
                        sealer.seal(() -> context.getSchedulerState().isShuttingDown()));
    }
}
