package org.deviceoffboarding.inventory.ui;

import java.util.Optional;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.base.ui.subject.SubjectPage;
import org.deviceoffboarding.base.ui.subject.SubjectPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where devices are shown, for pages that know nothing of them. */
@Configuration(proxyBeanMethods = false)
class InventoryUiConfiguration {

    @Bean
    SubjectPages devicePages() {
        return SubjectPages.named(
                "device",
                id -> Optional.ofNullable(Guids.parse(id))
                        .map(objectId -> new SubjectPage(DeviceLink.path(objectId), "Device")));
    }
}
