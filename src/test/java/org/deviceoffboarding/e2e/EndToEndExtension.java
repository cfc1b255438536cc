package org.deviceoffboarding.e2e;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands {@link Visitors} to tests, starts the browser and the portal once for all test classes of a process, and says what
 * went wrong.
 */
class EndToEndExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final Namespace OURS = Namespace.create(EndToEndExtension.class);

    /** Both end with the process, which may run classes one by one: a store of JUnit's would end with each of them. */
    private static final class Shared {
        private static final Portal PORTAL = Portal.start();
    }

    /** The shared portal where a test has asked for it since it was searched. */
    private static volatile @Nullable Portal visited;

    private static final class Browser {
        private static final Chromium CHROMIUM = launch();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a Chromium");
        }
        if ("true".equals(System.getenv("CI"))) {
            return ConditionEvaluationResult.enabled("On a build server it is an error that there is no Chromium");
        }
        return ConditionEvaluationResult.disabled(
                "There is no Chromium: install it with 'sudo apt-get install chromium',"
                        + " or set CHROMIUM to the program");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Portal portal = parameter
                .findAnnotation(OwnPortal.class)
                .map(own -> ofClass(context).computeIfAbsent(OwnPortal.class, key -> start(own), Portal.class))
                .orElseGet(EndToEndExtension::shared);
        return context.getStore(OURS).computeIfAbsent(Visitors.class, key -> firstVisit(portal), Visitors.class);
    }

    private static Visitors firstVisit(Portal portal) {
        portal.databaseFaults().forgetWhatWasTyped();
        return new Visitors(Browser.CHROMIUM, portal);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visitors visitors = context.getStore(OURS).get(Visitors.class, Visitors.class);
        if (visitors == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            visitors.photograph(context.getRequiredTestMethod().getName());
            System.err.println(
                    "The portal's log ends with:\n" + visitors.portal().log());
        } else {
            visitors.assertNoComplaints();
        }
    }

    /**
     * A portal of a class's own is searched when it ends, the shared one after each class that visited it: it ends with the process, where
     * nothing can fail any more.
     */
    @Override
    public void afterAll(ExtensionContext context) {
        Portal portal = visited;
        if (portal != null) {
            visited = null;
            portal.assertNoSecretInClear();
        }
    }

    /** Returns what ends with the class. */
    private static Store ofClass(ExtensionContext context) {
        return context.getParent().orElseThrow().getStore(OURS);
    }

    private static Portal start(OwnPortal own) {
        return own.justInstalled() ? Portal.startForTheFirstTime() : Portal.start();
    }

    private static Portal shared() {
        Portal portal = Shared.PORTAL;
        visited = portal;
        return portal;
    }

    private static Chromium launch() {
        Optional<Path> program = Chromium.find();
        return Chromium.launch(program.orElseThrow(
                () -> new IllegalStateException("There is no Chromium, and end-to-end tests can't be skipped here")));
    }
}
