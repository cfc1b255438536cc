package org.deviceoffboarding.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.deviceoffboarding.notification.NoticeLinksAt;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What an operator sets in the environment, and what follows from it. */
class MailServerTest {

    @Test
    void withoutAHostThereIsNoMail() {
        with(Map.of(), (server, settings) -> assertThat(server.isSet()).isFalse());
        with(
                Map.of("SPRING_MAIL_HOST", ""),
                (server, settings) -> assertThat(server.isSet()).isFalse());
    }

    @Test
    void aServerIsUsedByStartTlsWhereItOffersThatAndAnswersInTime() {
        with(Map.of("SPRING_MAIL_HOST", "mail.contoso.example", "SPRING_MAIL_PORT", "587"), (server, settings) -> {
            assertThat(server.isSet()).isTrue();
            assertThat(server.name()).isEqualTo("mail.contoso.example:587");
            assertThat(server.from()).isEqualTo("device-offboarding@portal.contoso.example");
            assertThat(settings)
                    .containsEntry("mail.smtp.starttls.enable", "true")
                    .containsEntry("mail.smtp.connectiontimeout", "10000")
                    .containsEntry("mail.smtp.timeout", "20000")
                    .doesNotContainKey("mail.smtp.starttls.required");
        });
    }

    @Test
    void withAPasswordItIsRequired() {
        with(
                Map.of(
                        "SPRING_MAIL_HOST", "mail.contoso.example",
                        "SPRING_MAIL_USERNAME", "portal@contoso.example",
                        "SPRING_MAIL_PASSWORD", "secret"),
                (server, settings) -> {
                    assertThat(server.from()).isEqualTo("portal@contoso.example");
                    assertThat(settings)
                            .containsEntry("mail.smtp.starttls.required", "true")
                            .containsEntry("mail.smtp.auth", "true");
                });
    }

    @Test
    void whereItIsEncryptedFromTheStartNothingMoreIsRequired() {
        with(
                Map.of(
                        "SPRING_MAIL_HOST", "mail.contoso.example",
                        "SPRING_MAIL_PASSWORD", "secret",
                        "SPRING_MAIL_SSL_ENABLED", "true"),
                (server, settings) -> assertThat(settings)
                        .containsEntry("mail.smtp.ssl.enable", "true")
                        .doesNotContainKey("mail.smtp.starttls.required"));
    }

    @Test
    void whatTheOperatorSetStaysAsItIs() {
        with(
                Map.of(
                        "SPRING_MAIL_HOST", "mail.contoso.example",
                        "SPRING_MAIL_PASSWORD", "secret",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "false"),
                (server, settings) -> assertThat(settings).containsEntry("mail.smtp.starttls.required", "false"));
    }

    private static void with(Map<String, Object> environment, BiConsumer<MailServer, Properties> check) {
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .run(context -> {
                    MailServer server = new MailServer(
                            context.getBeanProvider(JavaMailSenderImpl.class),
                            NoticeLinksAt.portal("https://portal.contoso.example/"),
                            "");
                    check.accept(
                            server,
                            context.getBeanProvider(JavaMailSenderImpl.class).stream()
                                    .findFirst()
                                    .map(JavaMailSenderImpl::getJavaMailProperties)
                                    .orElseGet(Properties::new));
                });
    }
}
