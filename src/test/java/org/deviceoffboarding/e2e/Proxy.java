package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** A proxy with TLS in front of a portal, set as {@code src/docs/proxy.md} says, on ports of its own. */
final class Proxy implements AutoCloseable {

    private static final Path DOCUMENT = Path.of("src", "docs", "proxy.md");

    private final Path folder;
    private final Process process;

    private Proxy(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts nginx.
     *
     * @param upgrades whether it passes the upgrade to WebSocket on
     */
    static Proxy nginx(int port, int portal, boolean upgrades) throws IOException {
        Path folder = folder();
        String server = example("nginx", port, portal)
                .replace(
                        "/etc/ssl/portal.pem", folder.resolve("certificate.pem").toString())
                .replace("/etc/ssl/portal.key", folder.resolve("key.pem").toString());
        if (!upgrades) {
            server = server.replace("    proxy_set_header Upgrade $http_upgrade;\n", "")
                    .replace("    proxy_set_header Connection $connection_upgrade;\n", "");
        }
        StringBuilder settings = new StringBuilder("daemon off;\nerror_log " + folder + "/error.log;\npid " + folder
                + "/pid;\nevents {}\nhttp {\naccess_log off;\n");
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            settings.append(kind)
                    .append("_temp_path ")
                    .append(folder)
                    .append("/")
                    .append(kind)
                    .append(";\n");
        }
        Path file = Files.writeString(folder.resolve("nginx.conf"), settings + server + "}\n");
        return started(folder, port, "nginx", "-c", file.toString(), "-e", folder + "/error.log");
    }

    /**
     * Starts HAProxy; see {@link #nginx}.
     *
     * @param path at which the portal is; empty for none
     */
    static Proxy haproxy(int port, int portal, boolean upgrades, String path) throws IOException {
        Path folder = folder();
        String settings = example("haproxy", port, portal)
                .replace("GET /actuator", "GET " + path + "/actuator")
                .replace(
                        "/etc/ssl/portal-with-key.pem",
                        folder.resolve("both.pem").toString());
        if (!upgrades) {
            settings = settings.replace(
                    "  default_backend portal\n",
                    "  http-request del-header Upgrade\n  http-request del-header Sec-WebSocket- -m beg\n"
                            + "  default_backend portal\n");
        }
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), settings);
        return started(folder, port, "haproxy", "-db", "-f", file.toString());
    }

    private static String example(String language, int port, int portal) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
        if (!block.find()) {
            throw new IllegalStateException(DOCUMENT + " has no example for " + language);
        }
        return block.group(1)
                .replace("listen 443", "listen " + port)
                .replace("bind :443", "bind :" + port)
                .replace("server_name portal.contoso.com", "server_name localhost")
                .replace("127.0.0.1:8080", "127.0.0.1:" + portal);
    }

    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("portal-proxy");
        await(new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=localhost",
                        "-keyout",
                        folder + "/key.pem",
                        "-out",
                        folder + "/certificate.pem")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start());
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("certificate.pem")) + Files.readString(folder.resolve("key.pem")));
        return folder;
    }

    private static void await(Process process) {
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("openssl made no certificate");
        }
    }

    private static Proxy started(Path folder, int port, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        command[0] + " did not start: " + Files.readString(folder.resolve("said.log")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return new Proxy(folder, process);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
