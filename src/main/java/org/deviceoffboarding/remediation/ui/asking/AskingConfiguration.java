package org.deviceoffboarding.remediation.ui.asking;

import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.remediation.request.Action;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What can be asked for in every list of devices. */
@Configuration(proxyBeanMethods = false)
class AskingConfiguration {

    private static final String PICKED = "devices picked from a list";

    @Bean
    @Order(10)
    DeviceBulkAction disablePicked(AskDialogs dialogs) {
        return new AskBulkAction(Action.DISABLE, PICKED, dialogs);
    }

    @Bean
    @Order(11)
    DeviceBulkAction enablePicked(AskDialogs dialogs) {
        return new AskBulkAction(Action.ENABLE, PICKED, dialogs);
    }

    @Bean
    @Order(12)
    DeviceBulkAction deletePicked(AskDialogs dialogs) {
        return new AskBulkAction(Action.DELETE, PICKED, dialogs);
    }
}
