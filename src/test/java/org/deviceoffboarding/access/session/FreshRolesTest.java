package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.evaluation.guard.InventoryConfirmationService;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.playbook.definition.PlaybookService;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.junit.jupiter.api.Test;

class FreshRolesTest {

    private final FreshRoles.Changing changing = new FreshRoles.Changing();

    @Test
    void askingDecidingAndSavingSettingsNeedRolesThatWereJustRead() {
        assertThat(changing(RequestSubmissionService.class)).contains("ask", "withdraw", "stop");
        assertThat(changing(ApprovalService.class)).contains("approve", "reject", "tryAgain");
        assertThat(changing(RemediationRulesService.class)).contains("save");
        assertThat(changing(RulesService.class)).contains("save");
        assertThat(changing(InstructionService.class)).contains("save");
        assertThat(changing(PlaybookService.class)).isNotEmpty();
        assertThat(changing(AgentService.class)).contains("start");
        assertThat(changing(ExceptionService.class)).isNotEmpty();
        assertThat(changing(InventoryConfirmationService.class)).isNotEmpty();
    }

    @Test
    void readingDoesNot() {
        assertThat(changing(DeviceService.class)).isEmpty();
        assertThat(changing(Desk.class)).containsExactly("decide");
        assertThat(changing(RulesService.class)).doesNotContain("current");
    }

    private List<String> changing(Class<?> service) {
        return Arrays.stream(service.getDeclaredMethods())
                .filter(method -> changing.matches(method, service))
                .map(Method::getName)
                .distinct()
                .toList();
    }
}
