package org.deviceoffboarding.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server that takes one mail, and only once the connection is encrypted: GreenMail has no STARTTLS. */
final class StartTlsServer implements AutoCloseable {

    private final SSLContext keys;
    private final ServerSocket server;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> saidEncrypted = new CopyOnWriteArrayList<>();

    StartTlsServer(SSLContext keys) throws IOException {
        this.keys = keys;
        this.server = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Returns what trusts this server. */
    SSLSocketFactory trusting() {
        return keys.getSocketFactory();
    }

    /** Returns each line that it was told before the connection was encrypted. */
    List<String> said() {
        return said;
    }

    List<String> saidEncrypted() {
        return saidEncrypted;
    }

    private void serve() {
        try (Socket plain = server.accept()) {
            answer(plain, "220 mail.example ESMTP");
            for (String line = hear(plain, said); !line.startsWith("STARTTLS"); line = hear(plain, said)) {
                answer(plain, "250-mail.example\r\n250 STARTTLS");
            }
            answer(plain, "220 go ahead");
            SSLSocket encrypted = (SSLSocket) keys.getSocketFactory().createSocket(plain, null, true);
            encrypted.setUseClientMode(false);
            serveEncrypted(encrypted);
        } catch (IOException ended) {
            // As the client wants.
        }
    }

    private void serveEncrypted(SSLSocket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        boolean content = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            saidEncrypted.add(line);
            if (content) {
                content = !line.equals(".");
                if (!content) {
                    answer(socket, "250 taken");
                }
            } else {
                content = line.equals("DATA");
                answer(socket, reply(line));
            }
        }
    }

    private static String reply(String line) {
        return switch (line.split(" ")[0]) {
            case "EHLO" -> "250-mail.example\r\n250 AUTH PLAIN";
            case "AUTH" -> "235 signed in";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Reads no byte further than the line's end: what follows may be encrypted. */
    private static String hear(Socket socket, List<String> into) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n';
                next = socket.getInputStream().read()) {
            if (next < 0) {
                throw new IOException("gone");
            }
            line.append((char) next);
        }
        into.add(line.toString().strip());
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
