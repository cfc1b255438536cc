package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Leads to the portal that a step is done in, in a tab of its own. */
public final class StepLink extends Anchor {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("entra.microsoft.com", "Entra admin center"),
            Map.entry("intune.microsoft.com", "Intune admin center"),
            Map.entry("security.microsoft.com", "Defender portal"),
            Map.entry("myaccount.microsoft.com", "My Account"),
            Map.entry("admin.teams.microsoft.com", "Teams admin center"),
            Map.entry("portal.azure.com", "Azure portal"),
            Map.entry("learn.microsoft.com", "Microsoft's manual"),
            Map.entry("business.apple.com", "Apple Business Manager"),
            Map.entry("enterprise.google.com", "zero-touch portal"));

    /** @param address of the portal, or of its manual */
    public StepLink(URI address) {
        super(address.toString(), "Open " + name(address), AnchorTarget.BLANK);
        getElement().setAttribute("rel", "noopener noreferrer");
        Span newTab = new Span(" (opens in a new tab)");
        newTab.addClassName("visually-hidden");
        add(newTab);
        addClassName("step-link");
    }

    /** An owner may have given a link to anywhere: that is named by its host. */
    private static String name(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return NAMES.getOrDefault(host, host);
    }
}
