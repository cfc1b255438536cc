package org.deviceoffboarding.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.deviceoffboarding.proof.AppProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Access tokens of people who lent their identity, from the demo tenant's token endpoint. */
@DemoPortal
class ActionIdentitiesTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private ActionIdentityService service;

    @Autowired
    private ActionIdentities identities;

    @Autowired
    private ActionConsent consent;

    @Autowired
    private TokenCipher cipher;

    @Autowired
    private ClaimsChallenges challenges;

    @Autowired
    private AppProof proof;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ActionIdentityRepository repository;

    @Autowired
    private ClientRegistrationRepository registrations;

    @Autowired
    private Graph graph;

    @Autowired
    private AuditLog auditLog;

    @Autowired
    private AuditLogService auditEntries;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private ActionSignInPerson approver;

    @BeforeEach
    void withTheApproversIdentityOnly() {
        portal.startAfresh();
        jdbc.sql("delete from action_identity").update();
        approver = lend("approver");
    }

    @Test
    void eachPersonActsAsThemselvesAlsoAtTheSameTime() throws Exception {
        ActionSignInPerson owner = lend("owner");
        List<ActionSignInPerson> people = List.of(approver, owner, approver, owner);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> questions =
                    people.stream().map(this::whoseTokenOf).toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(questions)) {
                answers.add(answer.get());
            }

            assertThat(answers)
                    .containsExactlyElementsOf(
                            people.stream().map(person -> person.actor().id()).toList());
        }
    }

    @Test
    void anAccessTokenIsUsedForAsLongAsItIsGood() {
        AccessTokens tokens = tokens();

        String first = tokens.get();

        assertThat(tokens.get()).isEqualTo(first);
        assertThat(tokens().get()).isEqualTo(first);
    }

    @Test
    void anAccessTokenThatIsAboutToExpireIsReplacedBeforeItDoes() {
        switches().setAccessTokenLifetime(Duration.ofMinutes(4));
        AccessTokens tokens = tokens();
        String first = tokens.get();

        switches().reset();
        String second = tokens.get();

        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.get()).isEqualTo(second);
    }

    @Test
    void useIsNotedAndDoesNotProlongTheTime() {
        Instant obtainedAt = identity().obtainedAt();

        tokens().get();

        assertThat(identity().usedAt()).isAfterOrEqualTo(obtainedAt);
        assertThat(identity().obtainedAt()).isEqualTo(obtainedAt);
    }

    @Test
    void aPortalThatWasRestartedGoesOnWithIt() {
        tokens().get();

        assertThat(tokens(registrations).get()).isNotEmpty();
    }

    @Test
    void noAccessTokenIsInTheDatabase() {
        String accessToken = tokens().get();

        String row = jdbc.sql("select action_identity::text from action_identity")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(accessToken, approver.refreshToken());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIdentityThatTheTenantRefusesIsMarkedOnceAndThePersonAskedToSignInAgain(boolean expired) {
        refuseAll(expired);
        AccessTokens tokens = tokens();

        assertSignedOut(tokens);
        assertSignedOut(tokens);
        assertSignedOut(tokens());

        assertThat(identity().expired()).isTrue();
        assertThat(identities.present(approver.actor().id())).isFalse();
        assertThat(latest(1)).isEqualTo("identity.expired");
        assertThat(latest(2)).isEqualTo("identity.lent");
    }

    @Test
    void signingInAgainMakesAnExpiredIdentityUsable() {
        refuseAll(true);
        AccessTokens before = tokens();
        assertSignedOut(before);

        lend("approver");

        assertThat(identities.present(approver.actor().id())).isTrue();
        assertThat(whoIs(tokens())).isEqualTo(approver.actor().id());
        assertThat(whoIs(before)).isEqualTo(approver.actor().id());
    }

    @Test
    void theRefusalOfAnEarlierSignInDoesNotExpireTheOneAfterIt() {
        AccessTokens interrupted = tokens(meanwhile(() -> {
            refuseAll(false);
            lend("approver");
        }));

        assertSignedOut(interrupted);

        assertThat(identity().expired()).isFalse();
        assertThat(whoIs(tokens())).isEqualTo(approver.actor().id());
    }

    @Test
    void theRefreshOfAnEarlierSignInDoesNotReplaceTheOneAfterIt() {
        AccessTokens interrupted = tokens(meanwhile(() -> lend("approver")));

        interrupted.get();

        assertThat(identity().usedAt()).isNull();
    }

    @Test
    void whatIsTakenBackWhileItIsUsedGivesNoTokenAnyMore() {
        AccessTokens used = tokens();
        used.get();
        AccessTokens interrupted = tokens(meanwhile(() -> As.person(approver.actor(), () -> service.takeBack())));

        assertSignedOut(interrupted);
        assertSignedOut(used);
        assertThatExceptionOfType(ActionIdentityMissingException.class)
                .isThrownBy(this::tokens)
                .withMessageContaining("sign in for actions under Approvals");
    }

    @Test
    void whoNeverSignedInForActionsIsAskedTo() {
        assertThat(identities.present("nobody")).isFalse();
        assertThatExceptionOfType(ActionIdentityMissingException.class).isThrownBy(() -> identities.tokens("nobody"));
    }

    @Test
    void aPortalWithAnotherKeyAsksToSignInAgain() {
        assertUnreadable(tokens(registrations, new TokenCipher("another-key")));

        assertThat(identity().expired()).as("the key of before still opens it").isFalse();
        assertThat(whoIs(tokens())).isEqualTo(approver.actor().id());
    }

    @Test
    void aTokenMovedIntoTheRowOfAnotherPersonIsNotUsedInTheirName() {
        ActionSignInPerson owner = lend("owner");
        jdbc.sql("""
                update action_identity set (refresh_token, token_salt, key_id) =
                    (select refresh_token, token_salt, key_id from action_identity where person_id = :owner)
                where person_id = :approver
                """)
                .param("owner", owner.actor().id())
                .param("approver", approver.actor().id())
                .update();

        assertUnreadable(tokens());
        assertThat(As.<Boolean>person(approver.actor(), () -> service.present()))
                .isFalse();
        assertThat(identities.present(approver.actor().id())).isFalse();
        assertThat(whoIs(identities.tokens(owner.actor().id())))
                .isEqualTo(owner.actor().id());
    }

    @Test
    void aTokenKeptByAVersionBeforeIsReadAndBoundWithItsNextUse() {
        String salt = KeyGenerators.string().generateKey();
        jdbc.sql("""
                update action_identity set refresh_token = :token, token_salt = :salt, key_id = null
                where person_id = :approver
                """)
                .param("token", Encryptors.delux(PortalTest.SECRET_KEY, salt).encrypt(approver.refreshToken()))
                .param("salt", salt)
                .param("approver", approver.actor().id())
                .update();
        assertThat(As.<Boolean>person(approver.actor(), () -> service.present()))
                .isTrue();

        assertThat(whoIs(tokens())).isEqualTo(approver.actor().id());

        assertThat(repository.findToken(approver.actor().id()))
                .hasValueSatisfying(token -> assertThat(token.keyId()).isNotNull());
        assertThat(whoIs(tokens(registrations))).isEqualTo(approver.actor().id());
    }

    @Test
    void aWrongClientSecretIsNamedAndExpiresNothing() {
        AccessTokens tokens = tokens(id -> ClientRegistration.withClientRegistration(registration())
                .clientSecret("a-secret-of-last-year")
                .build());

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(tokens::get)
                .withMessageContainingAll("AADSTS7000215", "PORTAL_TENANT_CLIENT_SECRET")
                .withMessageNotContaining("a-secret-of-last-year");
        assertThat(identity().expired()).isFalse();
    }

    @Test
    void aSignInServiceThatCannotBeReachedIsNamedAndExpiresNothing() {
        AccessTokens tokens = tokens(id -> ClientRegistration.withClientRegistration(registration())
                .tokenUri("http://localhost:9/token")
                .build());

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(tokens::get)
                .withMessageContainingAll("sign-in service did not answer", "approver@contoso.example");
        assertThat(identity().expired()).isFalse();
    }

    @Test
    void noTokenIsInARefusal() {
        refuseAll(false);

        assertThatExceptionOfType(GraphException.class)
                .isThrownBy(() -> tokens().get())
                .satisfies(refusal -> {
                    for (Throwable each = refusal; each != null; each = each.getCause()) {
                        assertThat(each.toString()).doesNotContain(approver.refreshToken(), tenant.clientSecret());
                    }
                });
    }

    @Test
    void whatIsOverIsForgottenUnlessItIsNeeded() {
        ActionSignInPerson owner = lend("owner");
        IdentityRetention ofApprover = () -> Set.of(approver.actor().id());

        IdentityExpiryTask.forget(identities, Stream.of(ofApprover), inHours(13));

        assertThat(As.person(approver.actor(), () -> service.find())).isPresent();
        assertThat(As.person(owner.actor(), () -> service.find())).isEmpty();
        assertThat(latest(1)).isEqualTo("identity.forgotten");
        assertThat(whoIs(tokens())).isEqualTo(approver.actor().id());

        IdentityExpiryTask.forget(identities, Stream.empty(), inHours(13));

        assertThat(As.person(approver.actor(), () -> service.find())).isEmpty();
    }

    @Test
    void nothingIsForgottenBeforeItsTimeIsOver() {
        IdentityExpiryTask.forget(identities, Stream.empty(), inHours(11));

        assertThat(As.person(approver.actor(), () -> service.find())).isPresent();
    }

    @Test
    void forgettingGoesOnByItself() {
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'forget-action-identities'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private ActionSignInPerson lend(String person) {
        ActionSignInPerson lender = ActionSignInPerson.of(tenant, person);
        As.person(lender.actor(), () -> service.lend(lender.consent()));
        return lender;
    }

    private AccessTokens tokens() {
        return identities.tokens(approver.actor().id());
    }

    /** Returns the approver's tokens as a portal that was just started has them. */
    private AccessTokens tokens(ClientRegistrationRepository registrations) {
        return tokens(registrations, cipher);
    }

    private AccessTokens tokens(ClientRegistrationRepository registrations, TokenCipher cipher) {
        return new DelegatedTokens(registrations, cipher, proof, challenges, transaction, clock)
                .of(
                        consent,
                        new ActionTokenStore(approver.actor(), repository, auditLog, events),
                        new ActionRefusals(approver.actor()));
    }

    /** Lets something happen after the refresh token was read and before the tenant is asked. */
    private ClientRegistrationRepository meanwhile(Runnable event) {
        return id -> {
            event.run();
            return registration();
        };
    }

    private Callable<String> whoseTokenOf(ActionSignInPerson person) {
        return () -> whoIs(identities.tokens(person.actor().id()));
    }

    private String whoIs(AccessTokens tokens) {
        return graph.get("/me?$select=id", JsonNode.class, "User.Read", tokens)
                .path("id")
                .asString();
    }

    private void assertUnreadable(AccessTokens tokens) {
        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(tokens::get)
                .withMessageContainingAll(
                        "sign-in for actions of approver@contoso.example can't be read",
                        "Start the portal with the key it had before",
                        "sign in for actions again under Approvals");
    }

    private void assertSignedOut(AccessTokens tokens) {
        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(tokens::get)
                .withMessageContaining("approver@contoso.example has to sign in for actions again under Approvals");
    }

    /** Also takes the agent's identity away, which the next test that needs one sets up anew. */
    private void refuseAll(boolean expired) {
        portal.removeAgent();
        if (expired) {
            switches().expireRefreshTokens();
        } else {
            switches().revokeRefreshTokens();
        }
    }

    private ActionIdentity identity() {
        return As.person(approver.actor(), () -> service.find()).orElseThrow();
    }

    private ClientRegistration registration() {
        return Objects.requireNonNull(registrations.findByRegistrationId(ActionConsent.REGISTRATION));
    }

    private IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }

    private Instant inHours(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    /** Returns what the newest audit entries record, counted from 1. */
    private String latest(int number) {
        return auditEntries.find(AuditFilter.NONE, PageRequest.of(number - 1, 1)).stream()
                .map(AuditEntry::action)
                .findFirst()
                .orElseThrow();
    }
}
