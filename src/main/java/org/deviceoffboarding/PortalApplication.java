package org.deviceoffboarding;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import org.deviceoffboarding.audit.evidence.file.EvidenceVerification;
import org.deviceoffboarding.launch.KeyRotationCommand;
import org.deviceoffboarding.launch.PrivateLog;
import org.deviceoffboarding.launch.ReadyLine;
import org.deviceoffboarding.launch.Startup;
import org.deviceoffboarding.launch.UnfinishedStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Starts the portal. The demo tenant in the same jar is an application of its own, so its components are left out, and
 * so is the authorization server, which only the demo tenant is. With {@code verify FILE} it checks a file of evidence instead, and with
 * {@code rotate-key} it asks portals that run for another secret key; nothing is started for either.
 */
@SpringBootApplication(
        exclude = {OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class
        })
@ComponentScan(
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.deviceoffboarding\\.demotenant\\..*")
        })
public class PortalApplication {

    public static void main(String[] args) {
        command(List.of(args), System.out, System.err).ifPresent(System::exit);
        start(args);
    }

    /** Returns the exit code of a command that is no start of the portal; nothing if it is one. */
    static OptionalInt command(List<String> words, PrintStream out, PrintStream problems) {
        if (words.isEmpty()) {
            return OptionalInt.empty();
        }
        List<String> arguments = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case EvidenceVerification.COMMAND -> OptionalInt.of(EvidenceVerification.run(arguments, out, problems));
            case KeyRotationCommand.COMMAND -> OptionalInt.of(KeyRotationCommand.run(arguments, out, problems));
            default -> OptionalInt.empty();
        };
    }

    private static void start(String[] args) {
        UnfinishedStart unfinished = new UnfinishedStart(System.err).begin();
        Startup startup = new Startup(unfinished);
        SpringApplication application = new SpringApplication(PortalApplication.class);
        application.addListeners(startup, new PrivateLog(), unfinished, new ReadyLine(startup, unfinished, System.out));
        try {
            application.run(args);
        } catch (RuntimeException | LinkageError e) {
            unfinished.failed(e);
            // Runs the shutdown handlers, which stop what was started.
            System.exit(1);
        }
    }
}
