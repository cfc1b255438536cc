package org.deviceoffboarding.base.setting;

import java.util.List;

/**
 * A version of a setting.
 *
 * @param changes what it changed of the version before, each for the middle of a sentence; nothing where nobody saved it
 */
public record SettingVersion<T extends SavedSetting>(T saved, List<String> changes) {

    public SettingVersion {
        changes = List.copyOf(changes);
    }
}
