package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.audit.ui.EvidenceLinks;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.delegation.ActionIdentityChanged;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.recheck.RecheckService;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.jspecify.annotations.Nullable;

/** One change request: what was asked for, the risk, how far it is, and what became of each of its devices. */
@Route(RequestLink.PATH)
@May(Capability.READ)
class RequestView extends Composite<Div> implements HasUrlParameter<Long>, HasDynamicTitle {

    private final transient RequestQueryService requests;
    private final transient RecheckService rechecks;
    private final transient DeviceService inventory;
    private final transient RequestButtons buttons;
    private final transient ApprovalPermissions permissions;
    private final transient ActionSignIn signIn;
    private final transient EvidenceLinks evidence;
    private final transient Clock clock;
    private transient Runnable refresh = () -> {};
    private transient @Nullable Recheck rechecked;
    private String title = "Request";

    RequestView(
            RequestQueryService requests,
            RecheckService rechecks,
            DeviceService inventory,
            RequestButtons buttons,
            ApprovalPermissions permissions,
            ActionSignIn signIn,
            EvidenceLinks evidence,
            OpenPages openPages,
            Clock clock) {
        this.requests = requests;
        this.rechecks = rechecks;
        this.inventory = inventory;
        this.buttons = buttons;
        this.permissions = permissions;
        this.signIn = signIn;
        this.evidence = evidence;
        this.clock = clock;
        getContent().addClassName("page-content");
        openPages.follow(getContent(), List.of(RequestChanged.class, ActionIdentityChanged.class), () -> refresh.run());
        openPages.follow(
                getContent(),
                List.of(JudgingChanged.class, InventoryReplaced.class, AgentChanged.class),
                this::lookAgain);
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        getContent().removeAll();
        getContent().add(new Breadcrumb(RequestLink.PATH, "Approvals"));
        requests.get(id).ifPresentOrElse(this::show, this::showNothing);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(ChangeRequest request) {
        title = request.title();
        RequestTop top = new RequestTop(request.id(), requests, buttons, permissions, signIn, evidence, clock);
        RequestedDevices devices = new RequestedDevices(request, requests, inventory, clock);
        rechecked = null;
        LongWork work = new LongWork();
        refresh = () -> requests.get(request.id()).ifPresent(now -> show(now, top, work, devices));
        refresh.run();
        getContent().add(top, work, devices);
    }

    private void lookAgain() {
        rechecked = null;
        refresh.run();
    }

    /** While very many devices are looked at the page shows what it knows; news of other requests don't begin that anew. */
    private void show(ChangeRequest now, RequestTop top, LongWork work, RequestedDevices devices) {
        boolean many = isRechecked(now) && now.devices() > LongWork.FEW;
        if (!many || rechecked == null) {
            rechecked = Recheck.NONE;
            work.find(
                    "Each of its " + Amounts.devices(now.devices()) + " is looked at: is it still flagged?",
                    many ? now.devices() : 0,
                    progress -> isRechecked(now) ? rechecks.of(now, Freshness.STORED, progress) : Recheck.NONE,
                    found -> {
                        rechecked = null; // so that what failed is tried again
                        rechecked = found.get();
                        devices.show(rechecked);
                        if (many) {
                            refresh.run();
                        }
                    });
        }
        top.show(now, rechecked, refresh);
    }

    /** What has been sent already has ended by what was in force then. */
    private static boolean isRechecked(ChangeRequest request) {
        return request.status() == RequestStatus.WAITING || request.status() == RequestStatus.BLOCKED;
    }

    private void showNothing() {
        refresh = () -> {};
        getContent()
                .add(EmptyState.ofPage(
                        "There is no such request",
                        "The address is not complete, or was mistyped. The list shows every request there is.",
                        RequestLink.toAll("All requests")));
    }
}
