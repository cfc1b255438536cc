package org.deviceoffboarding.audit.seal;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is not in the database. Where the operator says nothing it is in the data folder.
 *
 * @param auditKeyFile the key that seals the log, in PEM form; the same on every portal
 * @param checkpointDir the folder in which checkpoints are added to a file
 * @param dataDir the data folder, in which a portal remembers what that file had
 */
@ConfigurationProperties("portal")
record SealProperties(Path auditKeyFile, Path checkpointDir, Path dataDir) {}
