package org.deviceoffboarding.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server in trouble: to one command it gives an answer of the test's, or none. */
final class ScriptedMailServer implements AutoCloseable {

    /** Ends the content of a mail. */
    static final String CONTENT = ".";

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    private final String command;
    private final String answer;

    /** @param answer empty where it never answers */
    ScriptedMailServer(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            say(socket, "220 mail.example ESMTP");
            boolean content = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!content || line.equals(CONTENT)) {
                    boolean its = line.startsWith(command);
                    say(socket, its ? answer : line.equals("DATA") ? "354 go on" : "250 ok");
                    content = !content && line.equals("DATA") && !its;
                }
            }
        } catch (IOException ended) {
            // As the client wants.
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        if (!text.isEmpty()) {
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
