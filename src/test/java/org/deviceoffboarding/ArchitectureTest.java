package org.deviceoffboarding;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.AbstractStreamResource;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Needed;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

class ArchitectureTest {

    /** What pages call of what they need for themselves, or on threads of their own, where nobody is signed in. */
    private static final Set<String> OPEN_TO_PAGES = Set.of(
            "AuditedActions",
            "AuditedWords",
            "CurrentActor",
            "RefusedPages",
            "FlaggedDevices",
            "InstructionLookups",
            "InstructionPreviews");

    /** The shell, and what it shows in the place of a page that could not be opened. */
    private static final Set<String> OPEN_TO_ALL = Set.of("MainLayout", "BrokenView", "NotFoundView", "RefusedView");

    @Test
    void onlyUiPackagesAndTheDoorKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..ui..", "org.deviceoffboarding.access..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .because("services are called by jobs and tests too, and outlive the UI framework")
                .check(PortalClasses.all());
    }

    @Test
    void onlyTheGraphModuleKnowsMicrosoftsSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.deviceoffboarding.graph..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.microsoft..", "okhttp3..")
                .because("what Graph does wrong is turned into sentences in one place")
                .check(PortalClasses.all());
    }

    @Test
    void viewsAndRepositoriesAreNobodyElsesBusiness() {
        classes()
                .that(are(annotatedWith(Route.class).or(annotatedWith(Repository.class))))
                .should()
                .notBePublic()
                .because("other modules use services, and links use addresses")
                .check(PortalClasses.all());
    }

    @Test
    void everyServiceSaysWhoMayCallIt() {
        classes()
                .that(are(annotatedWith(Service.class)))
                .and()
                .haveSimpleNameEndingWith("Service")
                .should()
                .beAnnotatedWith(May.class)
                .because("views are not the only way in")
                .check(PortalClasses.all());
    }

    @Test
    void whatPagesCallSaysWhoMay() {
        classes()
                .that(are(describe("beans that pages call", ArchitectureTest::isBeanThatPagesCall)))
                .should()
                .beAnnotatedWith(May.class)
                .orShould(ArchCondition.from(
                        describe("be open", service -> OPEN_TO_PAGES.contains(service.getSimpleName()))))
                .because("a page is not what keeps people from what they may not do")
                .check(PortalClasses.all());
    }

    @Test
    void everyPageSaysWhoMayOpenIt() {
        classes()
                .that(are(annotatedWith(Route.class)))
                .should(ArchCondition.from(describe(
                        "say who may open them",
                        (JavaClass page) -> Needed.toOpen(page.reflect()).isPresent())))
                .because("who may do what stands in one table")
                .check(PortalClasses.all());
    }

    @Test
    void filesComeAndGoByTheClassesThatLookWhosePageItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.deviceoffboarding.base.ui.transfer", "org.deviceoffboarding.access")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.vaadin.flow.server.streams")
                        .or(assignableTo(AbstractStreamResource.class))
                        .or(assignableTo(RequestHandler.class)))
                .because("a download is fetched and a file sent by whoever is signed in by then")
                .check(PortalClasses.all());
    }

    @Test
    void whoMayDoWhatStandsInOneTable() {
        noClasses()
                .that(are(not(describe(
                        "the shell and what errors show", page -> OPEN_TO_ALL.contains(page.getSimpleName())))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework.security.access.prepost", "jakarta.annotation.security")
                                .or(type(AnonymousAllowed.class)))
                .because("README's table is made from Capability alone")
                .check(PortalClasses.all());
    }

    @Test
    void theDemoTenantAndThePortalDoNotKnowEachOther() {
        noClasses()
                .that(resideInAPackage("org.deviceoffboarding.*..")
                        .and(resideInAnyPackage("..demotenant..", "..launch..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..demotenant..")
                .because("what runs against the demo tenant is what runs against Microsoft")
                .check(PortalClasses.all());
    }

    @Test
    void nobodyIsBelievedWhoActs() {
        nobodyIsToldWhoActs().check(PortalClasses.all());
    }

    @Test
    void whoeverIsToldWhoActsIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(Believing.class, BelievingMany.class, Note.class);

        assertThat(nobodyIsToldWhoActs().evaluate(planted).getFailureReport().getDetails().stream()
                        .map(violation -> violation.replaceAll(".*ArchitectureTest\\$(\\w+)[.<].*", "$1")))
                .containsExactlyInAnyOrder("Believing", "BelievingMany");
    }

    private static ArchRule nobodyIsToldWhoActs() {
        return noCodeUnits()
                .that()
                .arePublic()
                .and(are(not(describe("of records", ArchitectureTest::makesRecord))))
                .and()
                .areNotDeclaredIn(AuditLog.class)
                .and()
                .areNotDeclaredIn(NoticeOutbox.class)
                .and()
                .areNotDeclaredIn(PersonDisplay.class)
                .should(ArchCondition.from(describe("take an actor", ArchitectureTest::takesActor)))
                .because(
                        "who acts comes from the security context: a page that one person opened may be clicked by another");
    }

    private static boolean isBeanThatPagesCall(JavaClass type) {
        return type.isMetaAnnotatedWith(Component.class)
                && !type.getPackageName().contains(".ui")
                && type.getMethodCallsToSelf().stream()
                        .anyMatch(call -> call.getOriginOwner().getPackageName().contains(".ui"));
    }

    private static boolean makesRecord(JavaCodeUnit unit) {
        return unit.isConstructor() && unit.getOwner().isRecord();
    }

    private static boolean takesActor(JavaCodeUnit unit) {
        return unit.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(type -> type.isEquivalentTo(Actor.class));
    }

    private static class Believing {
        public void approve(long request, Actor actor) {}
    }

    private static class BelievingMany {
        public BelievingMany(Optional<Actor> actor) {}
    }

    private record Note(Actor by) {}
}
