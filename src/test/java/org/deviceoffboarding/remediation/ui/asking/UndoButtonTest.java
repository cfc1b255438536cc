package org.deviceoffboarding.remediation.ui.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.asking.ARequestedDevice;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class UndoButtonTest {

    private static final Clock NOW = Clock.systemUTC();

    @Autowired
    private RequestQueryService requests;

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> asked = new ArrayList<>();
    private final List<UUID> takenBack = new ArrayList<>();
    private final ARequestedDevice verified = ARequestedDevice.named("PC-1").that(DeviceState.VERIFIED);
    private final ARequestedDevice notVerified =
            ARequestedDevice.named("PC-2").that(DeviceState.NOT_VERIFIED, "Look at it.");
    private final ARequestedDevice skipped = ARequestedDevice.named("PC-3").that(DeviceState.SKIPPED, "It was active.");

    @Test
    void whatWasDisabledCanBeReEnabledAndNothingElse() {
        long id = finished(Action.DISABLE);

        Button button = button(id, NOW).orElseThrow();
        button.click();

        assertThat(button.getText()).isEqualTo("Ask to re-enable 2 devices…");
        assertThat(asked)
                .containsExactly("ENABLE request " + id + " " + List.of(verified.objectId(), notVerified.objectId()));
    }

    @Test
    void whatWasDeletedCanBeRestoredWhereItMayBeAskedFor() {
        long id = finished(Action.DELETE);
        takenBack.add(notVerified.objectId()); // as what no recycle bin keeps

        Button button = button(id, NOW).orElseThrow();
        button.click();

        assertThat(button.getText()).isEqualTo("Ask to restore 1 device…");
        assertThat(asked).containsExactly("RESTORE request " + id + " " + List.of(verified.objectId()));
    }

    @Test
    void restoringIsOfferedForThirtyDays() {
        long id = finished(Action.DELETE);

        assertThat(button(id, in(Duration.ofDays(29)))).isPresent();
        assertThat(button(id, in(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void whatIsAskedForOrTakenBackAlreadyIsNotOfferedAgain() {
        long id = finished(Action.DISABLE);
        takenBack.add(notVerified.objectId());
        assertThat(button(id, NOW).orElseThrow().getText()).isEqualTo("Ask to re-enable 1 device…");

        takenBack.add(verified.objectId());

        assertThat(button(id, NOW)).isEmpty();
    }

    @Test
    void takingBackIsNotTakenBack() {
        assertThat(button(finished(Action.ENABLE), NOW)).isEmpty();
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderTakesNothingBack() {
        assertThat(button(finished(Action.DISABLE), NOW)).isEmpty();
    }

    @Test
    void withoutADialogToAskInThereIsNoButton() {
        var none = new UndoButton(
                requests, new StaticListableBeanFactory().getBeanProvider(Undo.class), currentActor, NOW);

        assertThat(none.of(requests.get(finished(Action.DISABLE)).orElseThrow(), () -> {}))
                .isEmpty();
    }

    private static Clock in(Duration later) {
        return Clock.offset(NOW, later);
    }

    private long finished(Action action) {
        return ARequest.in(jdbc)
                .to(action)
                .that(RequestStatus.DONE)
                .with(verified, notVerified, skipped)
                .store();
    }

    private Optional<Button> button(long requestId, Clock clock) {
        Undo undo = new Undo() {
            @Override
            public List<UUID> allowed(Action action, List<UUID> devices) {
                return devices.stream()
                        .filter(device -> !takenBack.contains(device))
                        .toList();
            }

            @Override
            public void open(Action action, List<UUID> devices, String source, Runnable done) {
                asked.add(action + " " + source + " " + devices);
            }
        };
        var provider = new StaticListableBeanFactory(Map.of("undo", undo)).getBeanProvider(Undo.class);
        return new UndoButton(requests, provider, currentActor, clock)
                .of(requests.get(requestId).orElseThrow(), () -> {});
    }
}
