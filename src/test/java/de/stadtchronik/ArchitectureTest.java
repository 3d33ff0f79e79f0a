package de.stadtchronik;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house: imports point down, rooms do not see each other, and the heart has one door. */
class ArchitectureTest {

    private static final String HOUSE = "de.stadtchronik.";
    private static final String[] GROUND =
            packages("problem", "text", "time", "vocabulary", "access", "settings", "clockwork", "outbound", "storage");
    private static final String[] ROOMS = packages(
            "release",
            "event",
            "project",
            "organisation",
            "topic",
            "media",
            "faq",
            "series",
            "person",
            "place",
            "search");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("de.stadtchronik");

    @Test
    void importsPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("ground")
                .definedBy(GROUND)
                .layer("change")
                .definedBy(packages("change"))
                .layer("content")
                .definedBy(packages("content"))
                .layer("editing")
                .definedBy(packages("editing"))
                .layer("rooms")
                .definedBy(ROOMS)
                .layer("administration")
                .definedBy(packages("keys", "audit", "limits", "webhook", "harvest"))
                .layer("views")
                .definedBy(packages(
                        "delivery",
                        "documentation",
                        "sample",
                        "welcome",
                        "schedule",
                        "exchange",
                        "backup",
                        "sync",
                        "partner"))
                .whereLayer("rooms")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("administration")
                .mayOnlyBeAccessedByLayers("views")
                .whereLayer("views")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("editing")
                .mayOnlyBeAccessedByLayers("rooms", "views")
                .whereLayer("content")
                .mayOnlyBeAccessedByLayers("editing", "rooms", "views", "administration")
                .whereLayer("change")
                .mayOnlyBeAccessedByLayers("content", "administration")
                .check(CLASSES);
    }

    @Test
    void roomsDoNotSeeEachOther() {
        slices().matching(
                        "de.stadtchronik.(release|event|project|organisation|topic|media|faq|series|person|place|search|keys|audit|limits|webhook|harvest)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void nothingGoesInCircles() {
        slices().matching("de.stadtchronik.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theTableIsSeenOnlyByTheStore() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .and()
                .resideInAPackage(HOUSE + "content")
                .should()
                .onlyBeAccessed()
                .byClassesThat(resideInAPackage(HOUSE + "content"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        packages("content", "change", "keys", "audit", "webhook", "harvest", "partner"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(CLASSES);
        assertEquals(
                List.of("ContentRepository"),
                CLASSES.stream()
                        .filter(candidate -> candidate.isAssignableTo(PanacheRepositoryBase.class))
                        .map(repository -> repository.getSimpleName())
                        .toList());
    }

    @Test
    void whatIsGivenIsGivenToTheConstructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(CLASSES);
    }

    @Test
    void timeIsOfTheModernKind() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .check(CLASSES);
    }

    @Test
    void everyRoomHasADoorAndTellsOfNulls() {
        var withoutDoor = CLASSES.stream()
                .map(any -> any.getPackage())
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertEquals(List.of(), withoutDoor);
    }

    @Test
    void noRoomIsALumberRoom() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..model..", "..service..", "..dto..", "..impl..")
                .check(CLASSES);
    }

    private static String[] packages(String... names) {
        return List.of(names).stream().map(HOUSE::concat).toArray(String[]::new);
    }
}
