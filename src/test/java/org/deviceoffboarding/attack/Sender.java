package org.deviceoffboarding.attack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends attacks to a portal: over a socket of its own each, since a client of HTTP would send nothing of the kind. */
public final class Sender {

    private static final int MOST_SECONDS = 10;
    private static final Pattern MESSAGE = Pattern.compile("\\{uidl (.*)}$", Pattern.DOTALL);

    private final URI portal;
    private final String cookies;

    /** @param cookies of a person who is signed in */
    public Sender(URI portal, String cookies) {
        this.portal = portal;
        this.cookies = cookies;
    }

    String host() {
        return portal.getAuthority();
    }

    String cookies() {
        return cookies;
    }

    /** Sends an attack, and returns what came back until the line was closed; empty where nothing came. */
    public AttackAnswer send(Attack attack) {
        return send(attack.bytes(this));
    }

    /** Sends bytes as they are. */
    AttackAnswer send(byte[] bytes) {
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.setSoTimeout(MOST_SECONDS * 1000);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException refusedWhileSending) {
                // What it answered before it stopped reading is what counts.
            }
            return AttackAnswer.read(socket.getInputStream());
        } catch (IOException e) {
            return AttackAnswer.none(e);
        }
    }

    /** Sends so many megabytes in chunks, without saying how many, as long as they are taken. */
    public AttackAnswer stream(String address, int megabytes) {
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.setSoTimeout(MOST_SECONDS * 1000);
            OutputStream to = socket.getOutputStream();
            try {
                to.write(("POST " + address + " HTTP/1.1\r\nHost: " + host() + "\r\nCookie: " + cookies
                                + "\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                byte[] chunk = ("100000\r\n" + "x".repeat(0x100000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
                for (int sent = 0; sent < megabytes; sent++) {
                    to.write(chunk);
                }
                to.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException refusedWhileSending) {
                // What it answered before it stopped reading is what counts.
            }
            return AttackAnswer.read(socket.getInputStream());
        } catch (IOException e) {
            return AttackAnswer.none(e);
        }
    }

    /** Fills in what only a page knows: {@code {uidl …}} becomes a message of a page that was just opened. */
    String filledIn(String text) {
        Matcher message = MESSAGE.matcher(text);
        if (!message.find() && !text.contains("{ui}")) {
            return text.replace("{host}", host());
        }
        String page = open();
        String filled = text.replace("{ui}", found(page, "\"v-uiId\":(\\d+)")).replace("{host}", host());
        Matcher wrapped = MESSAGE.matcher(filled);
        return wrapped.find()
                ? filled.substring(0, wrapped.start())
                        + "{\"csrfToken\":\"" + found(page, "\"Vaadin-Security-Key\":\"([^\"]+)\"")
                        + "\",\"rpc\":[" + wrapped.group(1) + "],\"syncId\":" + found(page, "\"syncId\":(\\d+)")
                        + ",\"clientId\":0}"
                : filled;
    }

    private String open() {
        return send(("GET /?v-r=init&location=devices&query= HTTP/1.1\r\nHost: " + host() + "\r\nCookie: " + cookies
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1))
                .body();
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("A page was not opened: " + page.replaceAll("(?s).*<h1>|</h1>.*", ""));
        }
        return matcher.group(1);
    }
}
