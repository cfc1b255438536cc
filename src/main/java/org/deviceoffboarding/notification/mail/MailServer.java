package org.deviceoffboarding.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.notification.NoticeLinks;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The operator's mail server ({@code SPRING_MAIL_…}), if there is one. Encrypted wherever it offers that, and a password is never sent
 * otherwise; it answers in time or counts as away.
 */
@Component
class MailServer {

    private static final String CONNECTION_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";
    private static final int LONGEST_PROBLEM = 400;

    private final @Nullable JavaMailSenderImpl sender;
    private final String from;
    private final String host;

    MailServer(
            ObjectProvider<JavaMailSenderImpl> senders, NoticeLinks links, @Value("${portal.mail.from:}") String from) {
        this.sender = withHost(senders.getIfAvailable());
        this.host = URI.create(links.portal()).getHost();
        this.from = from.isBlank() ? usualSender(sender, host) : from.strip();
        if (sender != null) {
            prepare(sender);
        }
    }

    /** Returns whether there is one. */
    boolean isSet() {
        return sender != null;
    }

    /** Returns where it is, for people: its name and port. */
    String name() {
        return sender == null
                ? ""
                : sender.getHost() + ":" + (sender.getPort() < 0 ? "25" : String.valueOf(sender.getPort()));
    }

    /** Returns whose mail it is, as those see who get it. */
    String from() {
        return from;
    }

    /**
     * Sends a mail.
     *
     * @param id of the mail: the same where it is sent again
     * @throws CarryingFailedException if it was not taken
     */
    void send(String to, MailText text, UUID id) {
        if (sender == null) {
            throw CarryingFailedException.ofWay("No mail server is set.", null);
        }
        try {
            sender.send(message(sender.getSession(), to, text, id));
        } catch (MailAuthenticationException e) {
            throw CarryingFailedException.ofWay(
                    "The mail server " + name() + " refused the sign-in: " + said(e) + ".", e);
        } catch (MailSendException e) {
            throw refused(e);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            throw CarryingFailedException.ofDestination("The mail could not be made: " + said(e), e);
        }
    }

    private MimeMessage message(Session session, String to, MailText text, UUID id)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(session);
        MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        mail.setFrom(new InternetAddress(from, "Device Offboarding", StandardCharsets.UTF_8.name()));
        mail.setTo(new InternetAddress(to, true));
        mail.setSubject(text.subject());
        mail.setText(text.plain(), text.html());
        mail.setSentDate(new Date(text.at().toEpochMilli()));
        message.setHeader("Message-ID", "<" + id + "@" + host + ">");
        message.setHeader("Auto-Submitted", "auto-generated"); // so that nobody's absence answers it
        return message;
    }

    /**
     * A person's address is to blame only where the server said of it, or of the mail, that it never takes it. An answer for now to the
     * address delays that person; any other, a time-out and a connection that failed are the server's.
     */
    private CarryingFailedException refused(MailSendException e) {
        Exception[] mails = e.getMessageExceptions();
        boolean connected = e.getCause() == null && mails.length > 0;
        if (!connected) {
            return CarryingFailedException.ofWay("The mail server " + name() + " can't be used: " + said(e) + ".", e);
        }
        String problem = said(mails[0]);
        if (isOf(mails[0], "SMTPSenderFailedException")) {
            return CarryingFailedException.ofWay(
                    "The mail server " + name() + " does not take mail from " + from + ": " + problem, e);
        }
        if (problem.matches("5\\d\\d\\b.*")) {
            return CarryingFailedException.ofDestination("The mail server did not take the mail: " + problem, e);
        }
        return isOf(mails[0], "SMTPAddressFailedException")
                        && problem.matches("4\\d\\d\\b.*")
                        && !problem.startsWith("421")
                ? CarryingFailedException.forNow("The mail server does not take the mail yet: " + problem, e)
                : CarryingFailedException.ofWay("The mail server " + name() + " can't be used: " + problem, e);
    }

    private static boolean isOf(Throwable fault, String kind) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause.getClass().getSimpleName().equals(kind));
    }

    /** Returns what the innermost fault says: that is the server's own answer. */
    private static String said(Throwable fault) {
        Throwable inner = fault;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String said = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return TextLimits.cut(Sql.text(said.strip().replaceAll("\\s+", " ")), LONGEST_PROBLEM);
    }

    private static String usualSender(@Nullable JavaMailSenderImpl sender, String host) {
        String user = sender == null || sender.getUsername() == null ? "" : sender.getUsername();
        return user.contains("@") ? user : "device-offboarding@" + host;
    }

    /** What is set to nothing is not set. */
    private static @Nullable JavaMailSenderImpl withHost(@Nullable JavaMailSenderImpl sender) {
        return sender == null || sender.getHost() == null || sender.getHost().isBlank() ? null : sender;
    }

    /** What the operator set stays as it is. */
    private static void prepare(JavaMailSenderImpl sender) {
        Properties settings = sender.getJavaMailProperties();
        String protocol =
                sender.getProtocol() == null ? "smtp" : sender.getProtocol().toLowerCase(Locale.ROOT);
        String prefix = "mail." + protocol + ".";
        settings.putIfAbsent(prefix + "connectiontimeout", CONNECTION_MILLIS);
        settings.putIfAbsent(prefix + "timeout", ANSWER_MILLIS);
        settings.putIfAbsent(prefix + "writetimeout", ANSWER_MILLIS);
        settings.putIfAbsent(prefix + "starttls.enable", "true");
        settings.putIfAbsent(prefix + "ssl.checkserveridentity", "true");
        boolean encrypted =
                protocol.equals("smtps") || Boolean.parseBoolean(settings.getProperty(prefix + "ssl.enable", "false"));
        if (sender.getPassword() != null && !sender.getPassword().isEmpty() && !encrypted) {
            settings.putIfAbsent(prefix + "starttls.required", "true");
            settings.putIfAbsent(prefix + "auth", "true");
        }
    }
}
