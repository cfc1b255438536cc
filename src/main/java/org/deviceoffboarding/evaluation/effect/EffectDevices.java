package org.deviceoffboarding.evaluation.effect;

import java.util.List;
import org.deviceoffboarding.base.ExportPage;
import org.springframework.data.domain.Pageable;

/** Shows the devices behind the numbers of an effect, to people who may see it. */
public interface EffectDevices {

    /** Returns some of the devices for which something would be so, with how they are judged, in the order of their object IDs. */
    List<AffectedDevice> devices(ResultEffect effect, EffectKind kind, Pageable page);

    /** Returns the first part of these devices, to take them away whole. */
    ExportPage<AffectedPart, AffectedDevice> export(ResultEffect effect, EffectKind kind);

    /**
     * Returns the part that follows another one.
     *
     * @throws org.deviceoffboarding.base.ListGoneException if the inventory that was judged is no longer kept
     */
    ExportPage<AffectedPart, AffectedDevice> export(ExportPage<AffectedPart, AffectedDevice> before);
}
