package org.deviceoffboarding.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.notification.NoticeLinksAt;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.deviceoffboarding.notification.delivery.CarryingFailedException.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Whom a mail server's trouble is blamed on. */
class TroubledMailServerTest {

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.3.0 try later, WAY",
        "MAIL, 421 4.3.2 going down, WAY",
        "MAIL, 550 5.7.1 not you, WAY",
        "RCPT, '', WAY",
        "RCPT, 421 4.3.2 going down, WAY",
        "DATA, '', WAY",
        "DATA, 451 4.3.0 try later, WAY",
        "., 452 4.3.1 no space, WAY",
        "., '', WAY",
        "RCPT, 450 4.2.0 greylisted, DESTINATION_FOR_NOW",
        "RCPT, 452 4.2.2 mailbox full, DESTINATION_FOR_NOW",
        "RCPT, 550 5.1.1 no such user, DESTINATION",
        "., 554 5.6.0 not such a mail, DESTINATION"
    })
    void onlyWhatTheServerNeverTakesIsAPersonsFault(String command, String answer, Scope whose) throws IOException {
        try (ScriptedMailServer troubled = new ScriptedMailServer(command, answer)) {
            MailServer server = server(troubled.port());

            CarryingFailedException failed = catchThrowableOfType(
                    CarryingFailedException.class,
                    () -> server.send(
                            "ben@contoso.example",
                            new MailText("S", "text", "<p>text</p>", Instant.EPOCH),
                            UUID.randomUUID()));

            assertThat(failed.scope()).as(failed.problem()).isEqualTo(whose);
        }
    }

    private static MailServer server(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "400");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new MailServer(
                beans.getBeanProvider(JavaMailSenderImpl.class),
                NoticeLinksAt.portal("https://portal.contoso.example"),
                "portal@contoso.example");
    }
}
