package de.stadtchronik;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The plan of the house, as {@code house.md} draws it: imports point down only, and every room has one door. */
class ArchitectureTest {

    private static final String HOUSE = "de.stadtchronik.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("de.stadtchronik");

    private static final String[] GROUND = {
        HOUSE + "problem..",
        HOUSE + "text..",
        HOUSE + "time..",
        HOUSE + "vocabulary..",
        HOUSE + "access..",
        HOUSE + "settings.."
    };
    private static final String[] ROOMS = {
        HOUSE + "release..", HOUSE + "event..", HOUSE + "project..", HOUSE + "organisation..", HOUSE + "topic.."
    };
    private static final String[] WAYS_OUT = {
        HOUSE + "delivery..", HOUSE + "documentation..", HOUSE + "sample..", HOUSE + "welcome.."
    };

    @Test
    void importsPointDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("ground")
                .definedBy(GROUND)
                .layer("change")
                .definedBy(HOUSE + "change..")
                .layer("content")
                .definedBy(HOUSE + "content..")
                .layer("rooms")
                .definedBy(ROOMS)
                .optionalLayer("ways out")
                .definedBy(WAYS_OUT)
                .whereLayer("change")
                .mayOnlyBeAccessedByLayers("content", "rooms", "ways out")
                .whereLayer("content")
                .mayOnlyBeAccessedByLayers("rooms", "ways out")
                .whereLayer("rooms")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ways out")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void roomsDoNotSeeEachOther() {
        slices().matching(HOUSE + "(release|event|project|organisation|topic)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(HOUSE + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageHasAName() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..model..", "..service..", "..dto..", "..impl..")
                .check(CLASSES);
    }

    @Test
    void everyPackageHasADoor() {
        var withoutDoor = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertEquals(List.of(), withoutDoor);
    }

    @Test
    void thereIsOneDoorToTheTable() {
        classes()
                .that()
                .areAssignableTo(PanacheRepositoryBase.class)
                .should()
                .haveFullyQualifiedName(HOUSE + "content.ContentRepository")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + "content..", HOUSE + "change..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "content..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(HOUSE + "content.Content")
                .check(CLASSES);
    }

    @Test
    void timeIsJavaTime() {
        noClasses()
                .should()
                .dependOnClassesThat(are(resideInAPackage("java.util"))
                        .and(new com.tngtech.archunit.base.DescribedPredicate<>("the calendars of old") {
                            @Override
                            public boolean test(JavaClass type) {
                                return Set.of("Date", "Calendar", "GregorianCalendar")
                                        .contains(type.getSimpleName());
                            }
                        }))
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .check(CLASSES);
    }
}
