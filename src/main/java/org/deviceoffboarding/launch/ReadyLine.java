package org.deviceoffboarding.launch;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells the person who started the portal where to open it, as soon as that works. */
public final class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

    private final Startup startup;
    private final UnfinishedStart unfinished;
    private final PrintStream out;

    public ReadyLine(Startup startup, UnfinishedStart unfinished, PrintStream out) {
        this.startup = startup;
        this.unfinished = unfinished;
        this.out = out;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        startup.await();
        if (unfinished.end()) { // before whoever reads the line stops it
            out.println("The portal is ready: "
                    + address(event.getApplicationContext().getEnvironment()));
        }
    }

    static String address(Environment environment) {
        String outside =
                environment.getProperty(BootstrapSettings.PUBLIC_URL, "").strip();
        if (!outside.isEmpty()) {
            return outside;
        }
        String scheme = environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.certificate")
                ? "https"
                : "http";
        return scheme + "://localhost:" + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "");
    }
}
